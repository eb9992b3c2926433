package org.meetwright.server.mail.letter;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import org.meetwright.server.text.HourCycle;
import org.meetwright.server.text.Skeletons;
import org.meetwright.server.text.ZoneNames;

/// Writes a meeting's time for one reader.
///
/// @param start inclusive
/// @param end exclusive
/// @param zone the reader's zone
/// @param locale the reader's language, one that there are texts in, with the clock that he has
///   chosen
public record WrittenTime(Instant start, Instant end, ZoneId zone, Locale locale) {

  /// Returns the start on one line, short: "Thu, 3 Dec 2026, 14:00".
  public String brief() {
    ZonedDateTime at = start.atZone(zone);
    String day = at.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale);
    String date = format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM), at);
    return isJapanese()
        ? date + "(" + day + ") " + time(at)
        : String.join(", ", day, date, time(at));
  }

  /// Returns the date of the start: "Thursday, 3 December 2026".
  String startDate() {
    return date(start.atZone(zone));
  }

  /// Returns the time of the start: "14:00".
  String startTime() {
    return time(start.atZone(zone));
  }

  /// Returns the start as [#brief] does, with the offset: "... 14:00 UTC+1".
  public String briefWithOffset() {
    return brief() + " " + ZoneNames.offset(zone, start);
  }

  /// Returns the start as [#brief] does, with its zone: "... 14:00, Berlin (UTC+1)".
  public String briefWithZone() {
    return brief() + comma() + zoneName();
  }

  private boolean isJapanese() {
    return locale.getLanguage().equals("ja");
  }

  private String comma() {
    return isJapanese() ? " " : ", ";
  }

  /// Returns date, hours and zone, a line each: "Thursday, 3 December 2026", "14:00 – 14:30",
  /// "Berlin (UTC+1)".
  public List<String> full() {
    return List.of(date(start.atZone(zone)), hours(), zoneName());
  }

  /// Returns hours and zone on one line, with the date if it is not the same as in another zone.
  String compact(ZoneId readers) {
    ZonedDateTime at = start.atZone(zone);
    boolean sameDate = at.toLocalDate().equals(start.atZone(readers).toLocalDate());
    return (sameDate ? "" : date(at) + comma()) + hours() + comma() + zoneName();
  }

  private String hours() {
    ZonedDateTime from = start.atZone(zone);
    ZonedDateTime until = end.atZone(zone);
    boolean sameDate = from.toLocalDate().equals(until.toLocalDate());
    return time(from)
        + (isJapanese() ? "～" : " – ")
        + (sameDate ? "" : date(until) + comma())
        + time(until);
  }

  private String zoneName() {
    return ZoneNames.full(zone, start);
  }

  private String date(ZonedDateTime at) {
    return format(DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL), at);
  }

  private String time(ZonedDateTime at) {
    String hours = HourCycle.isTwelve(locale) ? "hm" : "Hm";
    return format(DateTimeFormatter.ofPattern(Skeletons.pattern(hours, locale)), at);
  }

  /// CLDR puts a narrow no-break space before AM and PM: old mail programs show a box there, and a
  /// subject in plain ASCII would have to be encoded.
  private String format(DateTimeFormatter formatter, ZonedDateTime at) {
    return formatter.withLocale(locale).format(at).replace('\u202f', ' ');
  }
}
