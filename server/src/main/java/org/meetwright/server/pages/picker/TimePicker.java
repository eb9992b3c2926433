package org.meetwright.server.pages.picker;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.pages.text.Visitor;
import org.meetwright.server.pages.text.ZoneChoice;
import org.meetwright.server.text.Texts;

/// Calendar, times and time zone for choosing a time.
///
/// Wide: the templates read each of them by its name.
///
/// @param path where the forms go
/// @param choice what is chosen so far
/// @param day the times of the chosen day; null if none is chosen
/// @param free the first free time; null if there are free days here, or none in sight
/// @param search what looking for a city led to
/// @param elsewhere what is asked if the device is not where the visitor once said; null if he said
///   nothing, or just now
/// @param hours12 the address of the same page with `2:00 pm`
/// @param hours24 the address of the same page with `14:00`
public record TimePicker(
    String path,
    Choice choice,
    PickerMonth calendar,
    @Nullable DayTimes day,
    boolean full,
    @Nullable FirstFree free,
    ZoneChoice zones,
    CitySearch search,
    @Nullable ZoneQuestion elsewhere,
    boolean twelveHours,
    String hours12,
    String hours24) {

  /// The first time that is free after what is shown.
  public record FirstFree(String time, String href) {}

  /// The free times of a month and what lies around it.
  ///
  /// @param times by date, with those of the next month that stand in the calendar; days without
  ///   are left out
  /// @param more whether anything might be bookable after the month
  /// @param firstFree the first free time after these; looked for only if there are none
  /// @param absences when the hosts are absent
  public record Month(
      YearMonth month,
      SortedMap<LocalDate, List<FreeTime>> times,
      boolean more,
      @Nullable Instant firstFree,
      List<AbsenceTime> absences) {

    /// Returns the day whose times are shown: the chosen one, else the first free one; null if
    /// there is none.
    @Nullable LocalDate shown(Choice choice) {
      LocalDate date = choice.date();
      if (date != null && (YearMonth.from(date).equals(month) || times.containsKey(date))) {
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
      @Nullable String city) {
    TimeFormats formats = visitor.formats();
    LocalDate shown = month.shown(choice);
    LocalDate today = formats.date(now);
    Map<LocalDate, Integer> counts = new LinkedHashMap<>();
    month.times().forEach((date, times) -> counts.put(date, times.size()));
    boolean first = !month.month().isAfter(YearMonth.from(today));
    PickerMonth.Links links =
        new PickerMonth.Links(
            path,
            choice,
            shown,
            today,
            first ? null : choice.withMonth(month.month().minusMonths(1)).on(path),
            month.more() ? choice.withMonth(month.month().plusMonths(1)).on(path) : null);
    Instant free = month.firstFree();
    Choice here =
        new Choice(month.month(), shown, choice.zone(), null, choice.link(), choice.carried());
    return new TimePicker(
        path,
        here,
        PickerMonth.of(month.month(), counts, links, formats, texts),
        shown == null
            ? null
            : DayTimes.of(
                shown, month.times().getOrDefault(shown, List.of()), path, choice, formats, texts),
        month.times().isEmpty(),
        free == null
            ? null
            : new FirstFree(
                formats.fullDateAndTime(free), choice.withDate(formats.date(free)).on(path)),
        ZoneChoice.at(now, visitor.zone()),
        CitySearch.of(city, here, path, now),
        ZoneQuestion.of(visitor, now),
        visitor.twelveHours(),
        here.saying("hours", "12").saying("keep", "hours").on(path),
        here.saying("hours", "24").saying("keep", "hours").on(path));
  }
}
