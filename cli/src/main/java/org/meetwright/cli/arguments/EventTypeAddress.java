package org.meetwright.cli.arguments;

import java.util.stream.Collectors;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.Core;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;

/// `HANDLE/SLUG`: a host's event type, as in the address of its page.
public record EventTypeAddress(String handle, String slug) {

  /// An event type and whose it is.
  public record Found(Host host, EventType eventType) {}

  static EventTypeAddress parse(String text) {
    String[] parts = text.split("/", -1);
    if (parts.length != 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new InvalidValueException(
          "",
          "must be a host and an event type like ada/intro, not "
              + InvalidValueException.shown(text));
    }
    return new EventTypeAddress(parts[0], parts[1]);
  }

  /// Returns the event type that has this address.
  ///
  /// @throws Failure if there is none
  public Found find(Core core) {
    Host host = Lookup.host(core, handle);
    return core.eventTypes()
        .findBySlug(host.id(), slug)
        .map(eventType -> new Found(host, eventType))
        .orElseThrow(() -> new Failure(unknown(core, host)));
  }

  private String unknown(Core core, Host host) {
    String known =
        core.eventTypes().list(host.id()).stream()
            .map(EventType::slug)
            .collect(Collectors.joining(", "));
    return "Host "
        + handle
        + " has no event type "
        + InvalidValueException.shown(slug)
        + (known.isEmpty() ? ", nor any other yet." : "; there is " + known + ".");
  }
}
