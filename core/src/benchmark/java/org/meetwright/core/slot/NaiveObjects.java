package org.meetwright.core.slot;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.time.Interval;

/// The same question, answered from java.time objects as one would write it first.
final class NaiveObjects {
  private NaiveObjects() {}

  static List<Instant> starts(Question question) {
    List<Instant> starts = new ArrayList<>();
    Instant earliest = Question.NOW.plus(Duration.ofMinutes(Question.NOTICE));
    ZonedDateTime from = Question.FROM.atStartOfDay(Question.BERLIN);
    ZonedDateTime until = question.lastDate().plusDays(1).atStartOfDay(Question.BERLIN);
    LocalDate last = question.lastDate().plusDays(1);
    for (LocalDate date = Question.FROM.minusDays(1);
        !date.isAfter(last);
        date = date.plusDays(1)) {
      for (WeeklyHours hours : question.hosts().getFirst().schedule().weeklyHours()) {
        if (hours.day() == date.getDayOfWeek()) {
          for (ZonedDateTime start : candidates(date, hours)) {
            if (!start.isBefore(from)
                && start.isBefore(until)
                && !start.toInstant().isBefore(earliest)
                && isFree(question, start)) {
              starts.add(start.toInstant());
            }
          }
        }
      }
    }
    return starts;
  }

  private static List<ZonedDateTime> candidates(LocalDate date, WeeklyHours hours) {
    List<ZonedDateTime> candidates = new ArrayList<>();
    ZonedDateTime midnight = date.atStartOfDay(Question.NEW_YORK);
    ZonedDateTime end =
        midnight.with(midnight.toLocalTime().plusMinutes(hours.hours().endMinute()));
    ZonedDateTime start =
        midnight.with(midnight.toLocalTime().plusMinutes(hours.hours().startMinute()));
    while (!start.plusMinutes(Question.DURATION).isAfter(end)) {
      candidates.add(start);
      start = start.plusMinutes(Question.STEP);
    }
    return candidates;
  }

  private static boolean isFree(Question question, ZonedDateTime start) {
    Duration buffer = Duration.ofMinutes(Question.BUFFER);
    Interval padded =
        new Interval(start.toInstant(), start.plusMinutes(Question.DURATION).toInstant())
            .padded(buffer, buffer);
    for (BusyTime busy : question.hosts().getFirst().busyTimes()) {
      if (new Interval(busy.startsAt(), busy.endsAt()).overlaps(padded)) {
        return false;
      }
    }
    return true;
  }
}
