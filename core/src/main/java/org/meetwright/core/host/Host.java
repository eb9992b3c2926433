package org.meetwright.core.host;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Someone who can be met.
///
/// @param handle his name in addresses; unique
/// @param name his name as people read it, at most 100 characters
/// @param email where his mail goes and what he signs in with; unique without regard to case
/// @param timeZone the zone of his new schedules and of his mail
/// @param locale the language of his mail
/// @param passwordHash null for a host who signs in by token only
/// @param active false for a host who cannot be booked
/// @param revision rises with every change that his slots depend on
public record Host(
    UUID id,
    Handle handle,
    String name,
    EmailAddress email,
    ZoneId timeZone,
    Locale locale,
    @Nullable String passwordHash,
    Role role,
    boolean active,
    long revision,
    Instant createdAt) {
  /// How long a name may be, in characters.
  public static final int LONGEST_NAME = 100;

  /// Creates the host.
  ///
  /// @throws InvalidValueException if the name is empty, too long or not one line
  public Host {
    name = Text.line("name", name, LONGEST_NAME);
  }

  /// Returns a copy with what a host may change about himself.
  public Host withProfile(String newName, ZoneId newZone, Locale newLocale) {
    return new Host(
        id,
        handle,
        newName,
        email,
        newZone,
        newLocale,
        passwordHash,
        role,
        active,
        revision,
        createdAt);
  }

  /// Returns a copy with another e-mail address.
  public Host withEmail(EmailAddress newEmail) {
    return new Host(
        id,
        handle,
        name,
        newEmail,
        timeZone,
        locale,
        passwordHash,
        role,
        active,
        revision,
        createdAt);
  }
}
