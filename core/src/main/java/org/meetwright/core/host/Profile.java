package org.meetwright.core.host;

import java.time.ZoneId;
import java.util.Locale;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The public data of a host.
///
/// @param name his name as people read it, at most 100 characters
/// @param email where his mail goes and what he signs in with; unique without regard to case
/// @param timeZone the zone of his new schedules and of his mail
/// @param locale the language of his mail
public record Profile(String name, EmailAddress email, ZoneId timeZone, Locale locale) {
  /// How long a name may be, in characters.
  public static final int LONGEST_NAME = 100;

  /// Creates the profile.
  ///
  /// @throws InvalidValueException if the name is empty, too long or not one line
  public Profile {
    name = Text.line("name", name, LONGEST_NAME);
  }

  /// Returns the same profile with another e-mail address.
  Profile with(EmailAddress other) {
    return new Profile(name, other, timeZone, locale);
  }
}
