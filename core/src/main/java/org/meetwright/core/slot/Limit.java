package org.meetwright.core.slot;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// A limit on a host's meetings, and the starts that it forbids.
///
/// @param most how many meetings or minutes are allowed
/// @param full the starts at which another meeting would be too many
public record Limit(Rule rule, int most, IntervalSet full) {

  /// The rules that limit meetings, by the fields that hold them.
  public enum Rule {
    MAX_PER_DAY("maxPerDay", "day", "of these meetings"),
    MAX_PER_WEEK("maxPerWeek", "week", "of these meetings"),
    MAX_PER_MONTH("maxPerMonth", "month", "of these meetings"),
    MAX_MEETINGS_PER_DAY("maxMeetingsPerDay", "day", "meetings of all kinds"),
    MAX_MINUTES_PER_DAY("maxMinutesPerDay", "day", "minutes of meetings");

    private final String field;
    private final String period;
    private final String what;

    Rule(String field, String period, String what) {
      this.field = field;
      this.period = period;
      this.what = what;
    }

    /// Returns the name of the field that holds the limit.
    public String field() {
      return field;
    }

    /// Returns what the limit is for: a day, a week or a month.
    public String period() {
      return period;
    }

    private LocalDate first(LocalDate date) {
      return switch (this) {
        case MAX_PER_DAY, MAX_MEETINGS_PER_DAY, MAX_MINUTES_PER_DAY -> date;
        case MAX_PER_WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        case MAX_PER_MONTH -> date.withDayOfMonth(1);
      };
    }

    private LocalDate last(LocalDate first) {
      return switch (this) {
        case MAX_PER_DAY, MAX_MEETINGS_PER_DAY, MAX_MINUTES_PER_DAY -> first;
        case MAX_PER_WEEK -> first.plusDays(6);
        case MAX_PER_MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
      };
    }

    /// Returns what a meeting counts; nothing if it does not.
    private int count(MeetingTime meeting, EventType eventType) {
      return switch (this) {
        case MAX_PER_DAY, MAX_PER_WEEK, MAX_PER_MONTH ->
            eventType.id().equals(meeting.eventTypeId()) ? 1 : 0;
        case MAX_MEETINGS_PER_DAY -> 1;
        case MAX_MINUTES_PER_DAY -> (int) meeting.time().duration().toMinutes();
      };
    }

    /// Returns what another meeting would count.
    private int next(EventType eventType) {
      return this == MAX_MINUTES_PER_DAY ? eventType.timing().durationMinutes() : 1;
    }
  }

  /// Returns one sentence for the host.
  public String message() {
    return rule == Rule.MAX_MINUTES_PER_DAY
        ? "With this meeting, the day would have more than " + most + " " + rule.what + "."
        : "The " + rule.period + " already has " + most + " " + rule.what + ".";
  }

  /// The facts that limits are about.
  ///
  /// @param zone that of the schedule, which says on which date a meeting starts
  /// @param stretch the starts that may be asked for
  record Facts(EventType eventType, List<MeetingTime> meetings, ZoneId zone, IntervalSet stretch) {

    /// Returns all limits that there are.
    List<Limit> limits(HostLimits own) {
      List<Limit> limits = new ArrayList<>();
      add(limits, Rule.MAX_PER_DAY, eventType.bounds().maxPerDay());
      add(limits, Rule.MAX_PER_WEEK, eventType.bounds().maxPerWeek());
      add(limits, Rule.MAX_PER_MONTH, eventType.bounds().maxPerMonth());
      add(limits, Rule.MAX_MEETINGS_PER_DAY, own.maxMeetingsPerDay());
      add(limits, Rule.MAX_MINUTES_PER_DAY, own.maxMinutesPerDay());
      return limits;
    }

    private void add(List<Limit> limits, Rule rule, @Nullable Integer most) {
      if (most != null) {
        boolean none = rule.next(eventType) > most;
        limits.add(new Limit(rule, most, none ? stretch : full(rule, most)));
      }
    }

    private IntervalSet full(Rule rule, int most) {
      Map<LocalDate, Integer> counts = new HashMap<>();
      for (MeetingTime meeting : meetings) {
        LocalDate date = meeting.startsAt().atZone(zone).toLocalDate();
        counts.merge(rule.first(date), rule.count(meeting, eventType), Integer::sum);
      }
      IntervalSet.Builder full = new IntervalSet.Builder(counts.size());
      counts.forEach(
          (first, count) -> {
            if (count + rule.next(eventType) > most) {
              full.addAll(LocalDates.between(first, rule.last(first), zone));
            }
          });
      return full.build();
    }
  }

  /// Returns the periods that limits count around a stretch of starts, with a day to spare.
  ///
  /// @param least what is to be in it
  static Interval reach(Interval least, IntervalSet stretch, EventType eventType, ZoneId zone) {
    LocalDate first = date(stretch.start(0), zone);
    LocalDate last = date(stretch.end(stretch.size() - 1), zone);
    Rule widest = eventType.bounds().maxPerMonth() == null ? Rule.MAX_PER_WEEK : Rule.MAX_PER_MONTH;
    // A week may begin in the month before, and end in the one after.
    LocalDate from = Rule.MAX_PER_WEEK.first(widest.first(first)).minusDays(1);
    LocalDate until = widest.last(widest.first(last)).plusDays(8);
    Instant begin = from.atStartOfDay(zone).toInstant();
    Instant end = until.atStartOfDay(zone).toInstant();
    return new Interval(
        begin.isBefore(least.startInclusive()) ? begin : least.startInclusive(),
        end.isAfter(least.endExclusive()) ? end : least.endExclusive());
  }

  private static LocalDate date(long epochSecond, ZoneId zone) {
    return Instant.ofEpochSecond(epochSecond).atZone(zone).toLocalDate();
  }
}
