package org.meetwright.core.calendar.item;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.meetwright.core.calendar.item.event.CalendarEvent;
import org.meetwright.core.calendar.item.event.EventDuration;
import org.meetwright.core.calendar.item.event.EventTime;
import org.meetwright.core.calendar.item.rule.Rule;
import org.meetwright.core.calendar.item.rule.RuleException;
import org.meetwright.core.calendar.item.rule.RuleTimes;

/// The occurrences of an event that its exceptions leave.
final class Series {
  private final CalendarEvent master;
  private final Occurrences occurrences;
  private final Set<Instant> goneTimes = new HashSet<>();
  private final Set<LocalDate> goneDates = new HashSet<>();
  private final Set<LocalDateTime> left = new HashSet<>();
  private final Set<LocalDateTime> seen = new HashSet<>();
  private final TreeMap<LocalDateTime, CalendarEvent> future = new TreeMap<>();
  private final LocalDateTime earliest;
  private final LocalDateTime latest;

  Series(CalendarEvent master, List<CalendarEvent> exceptions, Occurrences occurrences) {
    this.master = master;
    this.occurrences = occurrences;
    master.repetition().not().forEach(this::gone);
    Duration longest = master.length().longest();
    Duration shift = Duration.ofDays(2);
    for (CalendarEvent exception : exceptions) {
      EventTime replaced = Objects.requireNonNull(exception.replaces());
      if (exception.future()) {
        future.put(replaced.localLike(master.start()), exception);
        longest = max(longest, exception.length().longest());
        shift = max(shift, shift(exception).abs().plusDays(2));
      } else {
        gone(replaced);
      }
    }
    earliest = local(occurrences.window().startInclusive().minus(longest).minus(shift));
    latest = local(occurrences.window().endExclusive().plus(shift));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  private static LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  /// How far an exception moves its occurrence, and those after it.
  private Duration shift(CalendarEvent exception) {
    EventTime replaced = Objects.requireNonNull(exception.replaces());
    return Duration.between(replaced.localLike(exception.start()), exception.start().local());
  }

  private void gone(EventTime stamp) {
    if (stamp.isDate() || master.start().isDate()) {
      goneDates.add(stamp.dateLike(master.start()));
    } else {
      goneTimes.add(stamp.like(master.start()).instant());
    }
  }

  /// Adds the occurrences that overlap the window.
  void add() {
    for (String rule : master.repetition().withoutRules()) {
      follow(rule, left::add);
    }
    add(master.start().local(), master.length());
    for (CalendarEvent.Also also : master.repetition().also()) {
      EventDuration length = also.length() == null ? master.length() : also.length();
      add(also.start().localLike(master.start()), length);
    }
    for (String rule : master.repetition().rules()) {
      follow(rule, time -> add(time, master.length()));
    }
  }

  private interface Taker {
    void take(LocalDateTime time);
  }

  private void follow(String text, Taker taker) {
    try {
      follow(Rule.parse(ofDays(text)), taker);
    } catch (RuleException e) {
      occurrences.problem(
          switch (e.kind()) {
            case NOT_UNDERSTOOD -> ExpandedEvent.Problem.BAD_RULE;
            case TOO_FINE -> ExpandedEvent.Problem.TOO_FINE;
            case PAST_BUDGET -> ExpandedEvent.Problem.PAST_BUDGET;
          });
    } catch (DateTimeException e) {
      occurrences.problem(ExpandedEvent.Problem.BAD_RULE);
    }
  }

  /// Parts of a rule that tell times of the day mean nothing for whole days.
  private String ofDays(String text) {
    return master.start().isDate()
        ? text.replaceAll("(?i)BY(HOUR|MINUTE|SECOND)=[^;]*;?", "")
        : text;
  }

  private void follow(Rule rule, Taker taker) throws RuleException {
    LocalDateTime first = master.start().local();
    EventTime until = rule.until().isEmpty() ? null : master.start().until(rule.until());
    RuleTimes times = rule.from(first, earliest);
    // The start is the first of COUNT, whether it fits the rule or not (RFC 5545, 3.8.5.3).
    int counted = 1;
    for (int step = 0; ; step++) {
      LocalDateTime next = times.next();
      if (next == null || next.isAfter(latest)) {
        return;
      }
      counted += next.equals(first) ? 0 : 1;
      if (counted > rule.count() || (until != null && until.isBefore(master.start().at(next)))) {
        return;
      }
      if (step == Recurrences.BUDGET) {
        throw new RuleException(RuleException.Flaw.PAST_BUDGET);
      }
      taker.take(next);
    }
  }

  private void add(LocalDateTime time, EventDuration length) {
    EventTime start = master.start().at(time);
    if (!seen.add(time) || left.contains(time) || isGone(start)) {
      return;
    }
    Map.Entry<LocalDateTime, CalendarEvent> moved = future.floorEntry(time);
    if (moved == null) {
      occurrences.add(start, length, master.status());
    } else {
      CalendarEvent event = moved.getValue();
      EventTime later = event.start();
      LocalDateTime own = start.localLike(later).plus(shift(event));
      occurrences.add(later.at(own), event.length(), event.status());
    }
  }

  private boolean isGone(EventTime start) {
    return goneDates.contains(start.local().toLocalDate())
        || (!goneTimes.isEmpty() && goneTimes.contains(start.instant()));
  }
}
