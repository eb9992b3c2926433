package org.meetwright.core.host;

import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;

/// Someone who can be met.
///
/// @param handle his name in addresses; unique
/// @param passwordHash null for a host who signs in by token only
/// @param active false for a host who cannot be booked
/// @param revision rises with every change that his slots depend on
/// @param limits how much he wants to meet on a day
public record Host(
    UUID id,
    Handle handle,
    Profile profile,
    @Nullable String passwordHash,
    Role role,
    boolean active,
    long revision,
    HostLimits limits) {

  /// Returns his name as people read it.
  public String name() {
    return profile.name();
  }

  /// Returns where his mail goes and what he signs in with.
  public EmailAddress email() {
    return profile.email();
  }

  /// Returns the zone of his new schedules and of his mail.
  public ZoneId timeZone() {
    return profile.timeZone();
  }

  /// Returns the language of his mail.
  public Locale locale() {
    return profile.locale();
  }

  /// Returns the same host with another profile.
  Host with(Profile other) {
    return new Host(id, handle, other, passwordHash, role, active, revision, limits);
  }

  /// Returns the same host with other limits.
  Host with(HostLimits others) {
    return new Host(id, handle, profile, passwordHash, role, active, revision, others);
  }
}
