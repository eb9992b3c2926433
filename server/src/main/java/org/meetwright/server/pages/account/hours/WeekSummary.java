package org.meetwright.server.pages.account.hours;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.server.text.Texts;

/// A week in a few lines: days that follow each other and have the same hours share one.
final class WeekSummary {
  private final Schedule schedule;
  private final List<DayOfWeek> days;
  private final Locale locale;
  private final HourFormat format;
  private final Texts words;

  /// @param days the order of the week's days
  WeekSummary(
      Schedule schedule, List<DayOfWeek> days, Locale locale, HourFormat format, Texts words) {
    this.schedule = schedule;
    this.days = days;
    this.locale = locale;
    this.format = format;
    this.words = words;
  }

  /// Returns the lines; days that are off are left out.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    int first = 0;
    for (int next = 1; next <= days.size(); next++) {
      if (next == days.size() || !hours(next).equals(hours(first))) {
        if (!hours(first).isEmpty()) {
          lines.add(days(first, next - 1) + words.colon() + hours(first));
        }
        first = next;
      }
    }
    return lines;
  }

  private String days(int first, int last) {
    return first == last ? name(first) : name(first) + "–" + name(last);
  }

  private String name(int day) {
    return days.get(day).getDisplayName(TextStyle.SHORT_STANDALONE, locale);
  }

  private String hours(int day) {
    return schedule.weeklyHours().stream()
        .filter(weekly -> weekly.day() == days.get(day))
        .map(weekly -> format.span(weekly.hours()))
        .collect(Collectors.joining(", "));
  }
}
