package org.meetwright.core.calendar.remote;

import java.util.Locale;
import org.meetwright.core.value.InvalidValueException;

/// The kinds of calendar services.
public enum ProviderKind {
  /// A file in iCalendar format at an address; can only be read.
  ICS,
  /// A CalDAV server (RFC 4791).
  CALDAV,
  /// Google Calendar.
  GOOGLE,
  /// Microsoft 365 and Outlook.com.
  MICROSOFT;

  /// Returns the word that stands for it outside the program.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Returns the kind of a word.
  ///
  /// @throws InvalidValueException (field `kind`) if there is none
  public static ProviderKind of(String word) {
    for (ProviderKind kind : values()) {
      if (kind.word().equals(word)) {
        return kind;
      }
    }
    throw new InvalidValueException(
        "kind",
        "must be ics, caldav, google or microsoft, not " + InvalidValueException.shown(word));
  }
}
