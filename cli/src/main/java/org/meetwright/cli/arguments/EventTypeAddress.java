package org.meetwright.cli.arguments;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.team.Bookable;
import org.meetwright.core.team.Bookables;
import org.meetwright.core.value.InvalidValueException;

/// `HANDLE/SLUG`: the event type of a host or team, as in the address of its page.
///
/// @param handle empty for oneself, where that is allowed
public record EventTypeAddress(String handle, String slug) {

  /// An event type and under whose handle it stands.
  public record Addressed(Bookable who, EventType eventType) {
    /// Returns the same with meetings of an asked length.
    ///
    /// @param minutes null for the default length
    /// @throws InvalidValueException (field `--duration`) if it is not offered
    public Addressed lasting(@Nullable Integer minutes) {
      return new Addressed(
          who, eventType.lasting(eventType.timing().offered("--duration", minutes)));
    }
  }

  /// Reads an address.
  ///
  /// @throws InvalidValueException if it is none
  public static EventTypeAddress parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new InvalidValueException(
          "",
          "must be a host or team and an event type like ada/intro, not "
              + InvalidValueException.shown(text));
    }
    return new EventTypeAddress(parts[0], parts[1]);
  }

  /// Reads an address whose handle may be left out.
  ///
  /// @throws InvalidValueException if it is none
  public static EventTypeAddress parseOwn(String text) {
    return text.indexOf('/') < 0 && !text.isBlank() ? new EventTypeAddress("", text) : parse(text);
  }

  @Override
  public String toString() {
    return handle.isEmpty() ? slug : handle + "/" + slug;
  }

  /// Returns the event type that has this address.
  ///
  /// @throws Failure if there is none
  public Addressed find(Bookables bookables, EventTypes eventTypes) {
    Bookable who = Lookup.bookable(bookables, handle);
    return eventTypes
        .findBySlug(who.id(), slug)
        .map(eventType -> new Addressed(who, eventType))
        .orElseThrow(() -> new Failure(unknown(eventTypes, who)));
  }

  private String unknown(EventTypes eventTypes, Bookable who) {
    String known =
        eventTypes.listOnPage(who.id()).stream()
            .map(EventType::slug)
            .collect(Collectors.joining(", "));
    return handle
        + " has no event type "
        + InvalidValueException.shown(slug)
        + (known.isEmpty() ? ", nor any other yet." : "; there is " + known + ".");
  }
}
