package org.meetwright.server.api.host;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;

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
  /// @param email the address in force
  /// @param pendingEmail another one, which he has asked for and not confirmed yet; null if there
  ///   is none
  /// @param role host or admin
  public record Own(
      UUID id,
      String handle,
      String name,
      String email,
      @Nullable String pendingEmail,
      String timeZone,
      String locale,
      String role) {
    /// Returns how the API tells a host to himself.
    ///
    /// @param pendingEmail null if none waits
    public static Own of(Host host, @Nullable EmailAddress pendingEmail) {
      return new Own(
          host.id(),
          host.handle().value(),
          host.name(),
          host.email().value(),
          pendingEmail == null ? null : pendingEmail.value(),
          host.timeZone().getId(),
          host.locale().toLanguageTag(),
          host.role().name().toLowerCase(Locale.ROOT));
    }
  }
}
