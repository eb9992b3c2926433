package org.meetwright.server.pages.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.meetwright.server.text.Skeletons;
import org.meetwright.server.text.ZoneNames;

/// Formats times and dates in a visitor's zone and in the usual format of the region.
///
/// @param twelveHours whether `2:00 pm` is written rather than `14:00`
public record TimeFormats(Locale locale, ZoneId zone, boolean twelveHours) {
  private static final Pattern YEAR = Pattern.compile("(,?\\s*'[^']*'|,)?\\s*y+年?");

  /// Looking patterns up is slow; there are as many as countries that invitees come from.
  private static final Map<Locale, Patterns> KNOWN = new ConcurrentHashMap<>();

  private record Patterns(
      DateTimeFormatter twelveHours,
      DateTimeFormatter twentyFourHours,
      DateTimeFormatter day,
      DateTimeFormatter fullDate,
      DateTimeFormatter month) {

    static Patterns of(Locale locale) {
      String fullDate =
          DateTimeFormatterBuilder.getLocalizedDateTimePattern(
              FormatStyle.FULL, null, IsoChronology.INSTANCE, locale);
      return new Patterns(
          ofSkeleton("hm", locale),
          ofSkeleton("Hm", locale),
          DateTimeFormatter.ofPattern(YEAR.matcher(fullDate).replaceAll(""), locale),
          DateTimeFormatter.ofPattern(fullDate, locale),
          ofSkeleton("yMMMM", locale));
    }

    private static DateTimeFormatter ofSkeleton(String skeleton, Locale locale) {
      return DateTimeFormatter.ofPattern(Skeletons.pattern(skeleton, locale), locale);
    }
  }

  private Patterns patterns() {
    return KNOWN.computeIfAbsent(locale, Patterns::of);
  }

  /// Returns the time of day.
  public String time(Instant instant) {
    DateTimeFormatter format =
        twelveHours ? patterns().twelveHours() : patterns().twentyFourHours();
    return format.format(instant.atZone(zone));
  }

  /// Returns the times of day from one instant to another, with the date of the end if it is not
  /// the date of the start.
  public String times(Instant start, Instant end) {
    boolean sameDate = date(start).equals(date(end));
    return time(start) + " – " + (sameDate ? time(end) : day(date(end)) + comma() + time(end));
  }

  /// Returns the weekday, day and month of a date.
  public String day(LocalDate date) {
    return patterns().day().format(date);
  }

  /// Returns the weekday, day, month and year of a date.
  public String fullDate(LocalDate date) {
    return patterns().fullDate().format(date);
  }

  /// Returns the full date and the time of day.
  public String fullDateAndTime(Instant instant) {
    return fullDate(date(instant)) + comma() + time(instant);
  }

  /// Returns what stands between a date and a time.
  private String comma() {
    return switch (locale.getLanguage()) {
      case "ar" -> "، ";
      case "ja" -> " ";
      default -> ", ";
    };
  }

  /// Returns the month and its year.
  public String month(YearMonth month) {
    return patterns().month().format(month);
  }

  /// Returns the offset from UTC at an instant, such as `UTC+5:45`.
  public String offset(Instant instant) {
    return ZoneNames.offset(zone, instant);
  }

  /// Returns the date of an instant in the zone.
  public LocalDate date(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }
}
