package org.meetwright.cli.imports.calendly;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.imports.ImportedSchedule;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.WeeklyHours;

/// Availability schedules of Calendly.
record CalendlySchedules(Gathering gathering, CalendlyHosts hosts) {
  void read(Shape schedule) {
    String name = schedule.textOr("name", "Calendly");
    gathering.attempt(
        ItemKind.SCHEDULE,
        name,
        () -> {
          String host = hosts.key(schedule.textOrNull("user"));
          gathering.add(
              new ImportedSchedule(
                  schedule.textOr("uri", host + "#" + FittingWords.line(name, 100)),
                  host,
                  FittingWords.line(name, 100),
                  FittingWords.zone(schedule.textOrNull("timezone"), gathering.zone()),
                  schedule.flag("default"),
                  weekly(schedule),
                  overrides(schedule)));
        });
  }

  private static List<WeeklyHours> weekly(Shape schedule) {
    List<WeeklyHours> hours = new ArrayList<>();
    for (Shape rule : schedule.list("rules")) {
      if (rule.text("type").equals("wday")) {
        DayOfWeek day = day(rule);
        intervals(rule).forEach(span -> hours.add(new WeeklyHours(day, span)));
      }
    }
    return hours;
  }

  private static DayOfWeek day(Shape rule) {
    try {
      return DayOfWeek.valueOf(rule.text("wday").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException none) {
      throw rule.wrong("wday", "a day like monday");
    }
  }

  private static List<DateOverride> overrides(Shape schedule) {
    List<DateOverride> overrides = new ArrayList<>();
    for (Shape rule : schedule.list("rules")) {
      if (rule.text("type").equals("date")) {
        try {
          overrides.add(new DateOverride(LocalDate.parse(rule.text("date")), intervals(rule)));
        } catch (DateTimeException none) {
          throw rule.wrong("date", "a date like 2026-03-09");
        }
      }
    }
    return overrides;
  }

  private static List<LocalHours> intervals(Shape rule) {
    return rule.list("intervals").stream()
        .map(
            one ->
                LocalHours.parse(
                    one.text("from"), one.text("to").replaceFirst("^(00:00|23:59)$", "24:00")))
        .toList();
  }
}
