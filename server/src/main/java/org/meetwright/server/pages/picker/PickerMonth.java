package org.meetwright.server.pages.picker;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.Texts;

/// A month with its free days.
///
/// @param title the month and its year
/// @param weekdays in the order of the visitor's country
/// @param weeks always six, so that nothing below moves when the month changes
/// @param previous the address of the month before; null if it is over
/// @param next the address of the month after; null if nothing can be booked from there on
public record PickerMonth(
    String title,
    List<Weekday> weekdays,
    List<List<Day>> weeks,
    @Nullable String previous,
    @Nullable String next) {
  private static final int WEEKS = 6;
  private static final int DAYS = 7;
  private static final int LONGEST_WEEKDAY = 5;

  /// The head of a column.
  public record Weekday(String brief, String name) {}

  /// A cell of the calendar.
  ///
  /// @param number the day of the month; empty where the cell belongs to the month before
  /// @param month the month; empty unless it begins here, after the one that is shown
  /// @param href where its times are; null if it has none
  /// @param label what is read out instead of the number
  /// @param chosen whether its times are shown
  public record Day(
      String number,
      String month,
      @Nullable String href,
      String label,
      Period kind,
      boolean chosen,
      boolean today) {
    static final Day OUTSIDE = new Day("", "", null, "", Period.PAST, false, false);

    /// Where a day lies.
    public enum Period {
      /// Before today.
      PAST,
      /// In the month that is shown.
      PRESENT,
      /// In the month after it.
      BEYOND
    }
  }

  /// Lays a month out.
  ///
  /// @param times how many times can be booked on a day; days without are left out
  /// @param links what a day leads to
  static PickerMonth of(
      YearMonth month,
      Map<LocalDate, Integer> times,
      Links links,
      TimeFormats formats,
      Texts texts) {
    LocalDate first = first(month, formats.locale());
    List<List<Day>> weeks = new ArrayList<>();
    for (int row = 0; row < WEEKS; row++) {
      LocalDate monday = first.plusWeeks(row);
      weeks.add(
          IntStream.range(0, DAYS)
              .mapToObj(monday::plusDays)
              .map(date -> day(date, month, times.getOrDefault(date, 0), links, formats, texts))
              .toList());
    }
    List<Weekday> weekdays =
        IntStream.range(0, DAYS)
            .mapToObj(column -> weekday(first.plusDays(column).getDayOfWeek(), formats.locale()))
            .toList();
    return new PickerMonth(formats.month(month), weekdays, weeks, links.previous(), links.next());
  }

  private static LocalDate first(YearMonth month, Locale locale) {
    return month.atDay(1).with(WeekFields.of(locale).dayOfWeek(), 1);
  }

  /// Returns the last day that stands in the calendar of a month.
  public static LocalDate last(YearMonth month, Locale locale) {
    return first(month, locale).plusDays(WEEKS * DAYS - 1);
  }

  /// Some languages have no short names, and seven long ones do not fit on a phone.
  private static TextStyle brief(Locale locale) {
    boolean fit =
        Arrays.stream(DayOfWeek.values())
            .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, locale))
            .allMatch(name -> name.length() <= LONGEST_WEEKDAY);
    return fit ? TextStyle.SHORT_STANDALONE : TextStyle.NARROW_STANDALONE;
  }

  private static Weekday weekday(DayOfWeek day, Locale locale) {
    return new Weekday(
        day.getDisplayName(brief(locale), locale),
        day.getDisplayName(TextStyle.FULL_STANDALONE, locale));
  }

  private static Day day(
      LocalDate date, YearMonth month, int times, Links links, TimeFormats formats, Texts texts) {
    if (date.isBefore(month.atDay(1))) {
      return Day.OUTSIDE;
    }
    boolean beyond = date.isAfter(month.atEndOfMonth());
    boolean past = date.isBefore(links.today());
    return new Day(
        String.valueOf(date.getDayOfMonth()),
        beyond && date.getDayOfMonth() == 1
            ? date.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, formats.locale())
            : "",
        times == 0 ? null : links.choice().withDate(date).on(links.path()),
        texts.get("calendar.day", formats.day(date), times),
        past ? Day.Period.PAST : beyond ? Day.Period.BEYOND : Day.Period.PRESENT,
        date.equals(links.shown()),
        date.equals(links.today()));
  }

  /// Where the calendar leads to and from.
  ///
  /// @param shown the day whose times are shown; null if none is
  record Links(
      String path,
      Choice choice,
      @Nullable LocalDate shown,
      LocalDate today,
      @Nullable String previous,
      @Nullable String next) {}
}
