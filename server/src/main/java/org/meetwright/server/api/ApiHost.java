package org.meetwright.server.api;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Bookable;

/// Hosts, as the API tells them.
public final class ApiHost {
  private ApiHost() {}

  /// A host in a meeting.
  public record Name(String handle, String name) {
    static Name of(Host host) {
      return new Name(host.handle().value(), host.name());
    }
  }

  /// What everybody may know of a host or team.
  public record Public(
      String handle, String name, String timeZone, List<ApiEventType.Summary> eventTypes) {
    static Public of(Bookable who, List<EventType> eventTypes) {
      return new Public(
          who.handle().value(),
          who.name(),
          who.timeZone().getId(),
          eventTypes.stream()
              .filter(type -> type.active() && !type.hidden())
              .map(ApiEventType.Summary::of)
              .toList());
    }
  }

  /// What a host sees of himself.
  ///
  /// @param role host or admin
  public record Own(
      UUID id,
      String handle,
      String name,
      String email,
      String timeZone,
      String locale,
      String role) {
    static Own of(Host host) {
      return new Own(
          host.id(),
          host.handle().value(),
          host.name(),
          host.email().value(),
          host.timeZone().getId(),
          host.locale().toLanguageTag(),
          host.role().name().toLowerCase(Locale.ROOT));
    }
  }
}
