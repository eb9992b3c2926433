package org.meetwright.cli.hours;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.cli.hours.WeekText.Word;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.model.schedule.ApiSchedule;

/// The hours of one date as text: `09:00-12:00,13:00-17:00`, or `closed`.
public final class DayText {
  private DayText() {}

  /// Reads hours.
  ///
  /// @throws InvalidValueException if they are not as above
  public static List<ApiSchedule.Hours> parse(String text) {
    if (text.strip().equalsIgnoreCase(WeekText.CLOSED)) {
      return List.of();
    }
    List<LocalHours> hours = new ArrayList<>();
    int at = 1;
    for (String span : text.split(",", -1)) {
      try {
        hours.add(span(new Word(span.strip(), at)));
      } catch (InvalidValueException wrong) {
        throw new InvalidValueException(
            "",
            "must be hours like 09:00-12:00,13:00-17:00, or closed; "
                + InvalidValueException.shown(span)
                + " at character "
                + at
                + " is none");
      }
      at += span.length() + 1;
    }
    return LocalHours.withoutOverlap("", hours).stream()
        .map(span -> new ApiSchedule.Hours(span.start(), span.end()))
        .toList();
  }

  /// Writes hours, so that [#parse] reads the same.
  public static String print(List<ApiSchedule.Hours> hours) {
    return hours.isEmpty()
        ? WeekText.CLOSED
        : hours.stream()
            .map(span -> span.start() + "-" + span.end())
            .collect(Collectors.joining(","));
  }

  static LocalHours span(Word word) {
    String[] ends = word.text().replace('\u2013', '-').split("-", -1);
    if (ends.length != 2) {
      throw word.wrong("is no span of time like 09:00-12:00");
    }
    try {
      return LocalHours.parse(ends[0], ends[1]);
    } catch (InvalidValueException wrong) {
      String more =
          ends[0].compareTo(ends[1]) > 0 ? " (past midnight, give the rest to the next day)" : "";
      throw word.wrong("is wrong: its " + wrong.field() + " " + wrong.getMessage() + more);
    }
  }
}
