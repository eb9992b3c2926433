package org.meetwright.server.api.account;

import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.host.Host;

/// Hosts, as the API tells them.
public final class ApiHost {
  private ApiHost() {}

  /// A host in a meeting.
  public record Name(String handle, String name) {
    /// Returns the name of a host.
    public static Name of(Host host) {
      return new Name(host.handle().value(), host.name());
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
    /// Returns how the API tells a host to himself.
    public static Own of(Host host) {
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
