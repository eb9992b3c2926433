package org.meetwright.server.pages.text;

import java.time.ZoneId;
import java.util.Locale;

/// How someone reads a page.
///
/// @param locale the language of the page and the country whose habits count
/// @param language the language that he asked for, in which he is written to
/// @param zone the zone in which he reads times
/// @param zoneKnown whether he has ever chosen the zone; false if it is only a guess
/// @param twelveHours whether he reads `2:00 pm` rather than `14:00`
public record Visitor(
    Locale locale, Locale language, ZoneId zone, boolean zoneKnown, boolean twelveHours) {

  /// Returns the formats in which he reads times.
  public TimeFormats formats() {
    return new TimeFormats(locale, zone, twelveHours);
  }

  /// Returns the same visitor in another zone.
  public Visitor in(ZoneId other) {
    return new Visitor(locale, language, other, true, twelveHours);
  }
}
