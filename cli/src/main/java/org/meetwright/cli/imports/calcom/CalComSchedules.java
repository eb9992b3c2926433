package org.meetwright.cli.imports.calcom;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedSchedule;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.WeeklyHours;

/// Schedules of Cal.com.
record CalComSchedules(Gathering gathering, CalComHosts hosts) {
  void read(Shape schedule) {
    String name = FittingWords.line(schedule.textOr("name", "Cal.com"), 100);
    gathering.attempt(
        ItemKind.SCHEDULE,
        name,
        () ->
            gathering.add(
                new ImportedSchedule(
                    schedule.text("id"),
                    hosts.own(),
                    name,
                    FittingWords.zone(schedule.textOrNull("timeZone"), gathering.zone()),
                    schedule.flag("isDefault"),
                    weekly(schedule),
                    overrides(schedule))));
  }

  private static List<WeeklyHours> weekly(Shape schedule) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (Shape open : schedule.list("availability")) {
      for (Shape day : open.list("days")) {
        hours.add(new WeeklyHours(day(day), span(open)));
      }
    }
    return hours;
  }

  private static DayOfWeek day(Shape day) {
    try {
      return DayOfWeek.valueOf(day.text().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw day.wrong("", "a day like Monday");
    }
  }

  private static LocalHours span(Shape open) {
    return LocalHours.parse(
        open.text("startTime"), open.text("endTime").replaceFirst("^(00:00|23:59)$", "24:00"));
  }

  /// From 00:00 to 00:00 is closed.
  private static List<DateOverride> overrides(Shape schedule) {
    Map<LocalDate, List<LocalHours>> dates = new TreeMap<>();
    for (Shape override : schedule.list("overrides")) {
      List<LocalHours> hours = dates.computeIfAbsent(date(override), _ -> new ArrayList<>());
      if (!override.text("startTime").equals(override.text("endTime"))) {
        hours.add(span(override));
      }
    }
    return dates.entrySet().stream()
        .map(one -> new DateOverride(one.getKey(), one.getValue()))
        .toList();
  }

  private static LocalDate date(Shape override) {
    try {
      return LocalDate.parse(override.text("date"));
    } catch (DateTimeException none) {
      throw override.wrong("date", "a date like 2026-03-09");
    }
  }
}
