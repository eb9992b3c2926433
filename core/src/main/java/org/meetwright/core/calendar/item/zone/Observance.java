package org.meetwright.core.calendar.item.zone;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.line.BasicTime;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.rule.Rule;
import org.meetwright.core.calendar.item.rule.RuleException;
import org.meetwright.core.calendar.item.rule.RuleTimes;

/// A part of a zone's definition: since when, and again when, clocks change from one distance from
/// UTC to another.
///
/// @param rule empty if it begins but once
/// @param dates more times at which it begins
record Observance(
    LocalDateTime start, ZoneOffset from, ZoneOffset to, String rule, List<LocalDateTime> dates) {
  private static final int LAST_YEAR = 2150;
  private static final int MOST = 2_000;

  /// Reads the observances of a zone's lines.
  ///
  /// @throws IllegalArgumentException if one can't be understood
  static List<Observance> read(List<String> lines) {
    List<Observance> observances = new ArrayList<>();
    List<IcsLine> part = new ArrayList<>();
    for (String text : lines) {
      IcsLine line = IcsLine.parse(text);
      if (line == null || line.name().equals("BEGIN")) {
        part.clear();
      } else if (line.name().equals("END")) {
        observances.add(of(part));
        part.clear();
      } else {
        part.add(line);
      }
    }
    return observances;
  }

  private static Observance of(List<IcsLine> lines) {
    List<LocalDateTime> dates = new ArrayList<>();
    for (IcsLine line : lines) {
      if (line.name().equals("RDATE")) {
        for (String date : line.value().split(",", -1)) {
          dates.add(BasicTime.parse(date).local());
        }
      }
    }
    return new Observance(
        BasicTime.parse(value(lines, "DTSTART")).local(),
        offset(value(lines, "TZOFFSETFROM")),
        offset(value(lines, "TZOFFSETTO")),
        value(lines, "RRULE"),
        dates);
  }

  private static String value(List<IcsLine> lines, String name) {
    return lines.stream()
        .filter(line -> line.name().equals(name))
        .map(IcsLine::value)
        .findFirst()
        .orElse("");
  }

  private static ZoneOffset offset(String text) {
    if (!text.matches("[+-]?\\d{4}(\\d{2})?")) {
      throw new DateTimeParseException("No distance from UTC", text, 0);
    }
    return ZoneOffset.of(Character.isDigit(text.charAt(0)) ? "+" + text : text);
  }

  /// Returns the epoch seconds at which it begins, until the year 2150.
  List<Long> onsets() {
    List<Long> onsets = new ArrayList<>();
    add(onsets, start);
    dates.forEach(date -> add(onsets, date));
    try {
      if (!rule.isEmpty()) {
        addRule(onsets, Rule.parse(rule));
      }
    } catch (RuleException e) {
      throw new IllegalArgumentException(e);
    }
    return onsets;
  }

  private void addRule(List<Long> onsets, Rule rule) throws RuleException {
    BasicTime until = rule.until().isEmpty() ? null : BasicTime.parse(rule.until());
    int most = Math.min(MOST, rule.count());
    RuleTimes times = rule.from(start, start);
    for (int i = 0; i < most; i++) {
      LocalDateTime next = times.next();
      if (next == null || next.getYear() > LAST_YEAR || after(next, until)) {
        return;
      }
      add(onsets, next);
    }
  }

  private boolean after(LocalDateTime next, @Nullable BasicTime until) {
    if (until == null) {
      return false;
    }
    LocalDateTime last =
        until.utc() ? until.local().plusSeconds(from.getTotalSeconds()) : until.local();
    return until.date() ? next.toLocalDate().isAfter(last.toLocalDate()) : next.isAfter(last);
  }

  private void add(List<Long> onsets, LocalDateTime local) {
    onsets.add(local.toEpochSecond(from));
  }
}
