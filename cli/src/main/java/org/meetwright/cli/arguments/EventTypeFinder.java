package org.meetwright.cli.arguments;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.meetwright.cli.program.Failure;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// Finds an event type among those of a host.
public final class EventTypeFinder {
  private EventTypeFinder() {}

  /// Returns the event type of an address.
  ///
  /// @param all those of the host
  /// @param address whose slug may also be an id or its beginning; without a handle, the one under
  ///   the host's own handle comes before one under a team's
  /// @param own the host's handle
  /// @throws Failure if there is none
  public static ApiEventType find(List<ApiEventType> all, EventTypeAddress address, String own) {
    List<ApiEventType> named =
        all.stream().filter(type -> type.slug().equals(address.slug())).toList();
    String handle = address.handle().isEmpty() ? own : address.handle();
    return named.stream()
        .filter(type -> page(type, own).equals(handle))
        .findFirst()
        .or(() -> address.handle().isEmpty() ? named.stream().findFirst() : Optional.empty())
        .or(() -> byId(all, address))
        .orElseThrow(() -> unknown(all, address, own));
  }

  /// Returns the handle under which an event type stands.
  public static String page(ApiEventType type, String own) {
    return Objects.requireNonNullElse(type.assignment().team(), own);
  }

  private static Optional<ApiEventType> byId(List<ApiEventType> all, EventTypeAddress address) {
    try {
      IdPrefix prefix = IdPrefix.parse(address.slug());
      List<ApiEventType> found = all.stream().filter(type -> prefix.begins(type.id())).toList();
      return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    } catch (InvalidValueException notAnId) {
      return Optional.empty();
    }
  }

  private static Failure unknown(List<ApiEventType> all, EventTypeAddress address, String own) {
    String known =
        all.stream()
            .map(type -> page(type, own) + "/" + type.slug())
            .collect(Collectors.joining(", "));
    return new Failure(
        own
            + " has no event type "
            + InvalidValueException.shown(address.toString())
            + (known.isEmpty() ? ", nor any other yet." : "; there is " + known + "."));
  }
}
