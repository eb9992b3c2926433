package org.meetwright.server.pages.text;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.text.HourCycle;

/// How someone reads a page.
///
/// @param locale the language of the page and the country whose habits count
/// @param language the language that he asked for, in which he is written to
/// @param zone the zone in which he reads times
/// @param origin where the zone is from
/// @param keptOn the zone of the device on which he last said that he wants the kept zone all the
///   same; null if none
/// @param twelveHours whether he reads `2:00 pm` rather than `14:00`
public record Visitor(
    Locale locale,
    Locale language,
    ZoneId zone,
    Origin origin,
    @Nullable ZoneId keptOn,
    boolean twelveHours) {

  /// Where a zone is from.
  public enum Origin {
    /// Nobody said it. The browser may know better.
    GUESSED,
    /// The page's address says it.
    SAID,
    /// It was chosen before, perhaps elsewhere.
    KEPT
  }

  /// Returns the formats in which he reads times.
  public TimeFormats formats() {
    return new TimeFormats(locale, zone, twelveHours);
  }

  /// Returns the language in which he is written to, with the clock that the page showed him.
  public Locale correspondence() {
    return HourCycle.choose(language, twelveHours);
  }

  /// Returns the same visitor in another zone.
  public Visitor in(ZoneId other) {
    return new Visitor(locale, language, other, Origin.SAID, null, twelveHours);
  }
}
