package org.meetwright.core.calendar.item.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How long an event is.
///
/// @param days days of the calendar, which clocks may make longer or shorter
/// @param exact what is added to them
public record EventDuration(long days, Duration exact) {
  private static final Pattern FORM =
      Pattern.compile(
          "([+-])?P(?:(\\d{1,5})W)?(?:(\\d{1,6})D)?"
              + "(?:T(?:(\\d{1,8})H)?(?:(\\d{1,8})M)?(?:(\\d{1,9})S)?)?",
          Pattern.CASE_INSENSITIVE);

  /// No time.
  public static final EventDuration NONE = new EventDuration(0, Duration.ZERO);

  /// Reads a duration as in `P1DT2H`: weeks and days are those of the calendar.
  ///
  /// @throws DateTimeException if it is none
  public static EventDuration parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new DateTimeException("Not a duration");
    }
    long sign = "-".equals(matcher.group(1)) ? -1 : 1;
    long days = 7 * number(matcher, 2) + number(matcher, 3);
    long seconds = 3600 * number(matcher, 4) + 60 * number(matcher, 5) + number(matcher, 6);
    return new EventDuration(sign * days, Duration.ofSeconds(sign * seconds));
  }

  private static long number(Matcher matcher, int group) {
    String digits = matcher.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /// Returns how long it is from one time to another: days of the calendar between two days, else
  /// exact.
  static EventDuration between(EventTime start, EventTime end) {
    return start.isDate() && end.isDate()
        ? new EventDuration(ChronoUnit.DAYS.between(start.local(), end.local()), Duration.ZERO)
        : new EventDuration(0, Duration.between(start.instant(), end.instant()));
  }

  /// Returns when something ends that starts then.
  public Instant end(EventTime start) {
    return start.at(start.local().plusDays(days)).instant().plus(exact);
  }

  /// Returns a duration that is never shorter.
  public Duration longest() {
    return Duration.ofDays(days).plus(exact).plusDays(1);
  }
}
