package org.meetwright.core.booking;

import java.time.ZoneId;
import java.util.Locale;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.PersonName;
import org.meetwright.core.value.Text;

/// Someone who books.
///
/// @param name one line, 1 to 100 characters
/// @param timeZone the zone in which he reads times
/// @param locale the language in which he is written to
public record Invitee(String name, EmailAddress email, ZoneId timeZone, Locale locale) {
  /// Creates the invitee.
  ///
  /// @throws InvalidValueException if the name is not valid
  public Invitee {
    name = Text.line("name", name, PersonName.LONGEST);
  }
}
