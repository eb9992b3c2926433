package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.text.Zones;
import org.meetwright.server.text.Texts;

/// Calendar, times and time zone: what a time is chosen with.
///
/// @param path where the forms go
/// @param choice what is chosen so far
/// @param day the times of the chosen day; null if none is chosen
/// @param free where the next free month is; null if this month has free days, or none has
/// @param search what looking for a city led to
/// @param hours12 the address of the same page with `2:00 pm`
/// @param hours24 the address of the same page with `14:00`
/// @param notice what has to be said first; null for nothing
public record TimePicker(
    String path,
    Choice choice,
    Calendar calendar,
    @Nullable DayTimes day,
    boolean full,
    @Nullable FreeMonth free,
    Zones zones,
    CitySearch search,
    boolean twelveHours,
    String hours12,
    String hours24,
    @Nullable String notice) {

  /// A month that has free days.
  public record FreeMonth(String title, String href) {}

  /// The free times of a month and what lies around it.
  ///
  /// @param times by date; days without are left out
  /// @param more whether anything might be bookable after the month
  /// @param nextFree the next month with free days; looked for only if this one has none
  public record Month(
      YearMonth month,
      SortedMap<LocalDate, List<FreeTime>> times,
      boolean more,
      @Nullable YearMonth nextFree) {

    /// Returns the day whose times are shown: the chosen one, else the first free one; null if
    /// there is none.
    @Nullable LocalDate shown(Choice choice) {
      LocalDate date = choice.date();
      if (date != null && YearMonth.from(date).equals(month)) {
        return date;
      }
      return times.isEmpty() ? null : times.firstKey();
    }
  }

  /// Returns what is read out when the page has changed.
  public String announcement(Texts texts) {
    if (search.typed() != null) {
      return search.inVain() ? texts.get("city.none", search.typed()) : texts.get("city.found");
    }
    return day == null ? calendar.title() : calendar.title() + ". " + day.title();
  }

  /// Makes the picker.
  ///
  /// @param path the page's path
  /// @param city the city whose time zone is looked for; null if none is
  public static TimePicker of(
      Month month,
      String path,
      Choice choice,
      Visitor visitor,
      Instant now,
      Texts texts,
      @Nullable String city,
      @Nullable String notice) {
    TimeFormats formats = visitor.formats();
    LocalDate shown = month.shown(choice);
    LocalDate today = formats.date(now);
    Map<LocalDate, Integer> counts = new LinkedHashMap<>();
    month.times().forEach((date, times) -> counts.put(date, times.size()));
    boolean first = !month.month().isAfter(YearMonth.from(today));
    Calendar.Links links =
        new Calendar.Links(
            path,
            choice,
            shown,
            today,
            first ? null : choice.withMonth(month.month().minusMonths(1)).on(path),
            month.more() ? choice.withMonth(month.month().plusMonths(1)).on(path) : null);
    YearMonth free = month.nextFree();
    Choice here =
        new Choice(month.month(), shown, choice.zone(), null, choice.link(), choice.carried());
    return new TimePicker(
        path,
        here,
        Calendar.of(month.month(), counts, links, formats, texts),
        shown == null
            ? null
            : DayTimes.of(
                shown, month.times().getOrDefault(shown, List.of()), path, choice, formats, texts),
        month.times().isEmpty(),
        free == null ? null : new FreeMonth(formats.month(free), choice.withMonth(free).on(path)),
        Zones.at(now, visitor.zone()),
        CitySearch.of(city, here, path, now),
        visitor.twelveHours(),
        here.saying("hours", "12").on(path),
        here.saying("hours", "24").on(path),
        notice);
  }
}
