package org.meetwright.cli.hours;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.meetwright.cli.hours.WeekText.Word;

/// Days of the week as text: `mon`, `monday`, `mon-fri`, `sat-mon`.
final class Days {
  private Days() {}

  static List<DayOfWeek> parse(Word word) {
    String[] ends = word.text().replace('\u2013', '-').split("-", -1);
    if (ends.length > 2) {
      throw word.wrong("is neither a day like mon nor days like mon-fri");
    }
    DayOfWeek first = day(ends[0], word);
    DayOfWeek last = day(ends[ends.length - 1], word);
    List<DayOfWeek> days = new ArrayList<>(List.of(first));
    while (days.getLast() != last) {
      days.add(days.getLast().plus(1));
    }
    return days;
  }

  private static DayOfWeek day(String text, Word word) {
    String given = text.toLowerCase(Locale.ROOT);
    for (DayOfWeek day : DayOfWeek.values()) {
      if (given.equals(name(day)) || given.equals(day.name().toLowerCase(Locale.ROOT))) {
        return day;
      }
    }
    throw word.wrong("is no day; days are mon, tue, wed, thu, fri, sat and sun");
  }

  static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  /// Writes days, in the order of the week.
  static String print(List<DayOfWeek> days) {
    List<String> runs = new ArrayList<>();
    for (int first = 0; first < days.size(); ) {
      int last = first;
      while (last + 1 < days.size() && days.get(last + 1) == days.get(last).plus(1)) {
        last++;
      }
      runs.add(name(days.get(first)) + (last == first ? "" : "-" + name(days.get(last))));
      first = last + 1;
    }
    return String.join(",", runs);
  }
}
