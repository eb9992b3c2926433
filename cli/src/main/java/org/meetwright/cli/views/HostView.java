package org.meetwright.cli.views;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.meetwright.core.host.Host;

/// A host as the API shows him to himself.
public record HostView(
    UUID id,
    String handle,
    String name,
    String email,
    String timeZone,
    String locale,
    String role,
    boolean active) {

  /// Several of them.
  public record Several(List<HostView> hosts) {}

  /// Shows a host.
  public static HostView of(Host host) {
    return new HostView(
        host.id(),
        host.handle().value(),
        host.name(),
        host.email().value(),
        host.timeZone().getId(),
        host.locale().toLanguageTag(),
        host.role().name().toLowerCase(Locale.ROOT),
        host.active());
  }
}
