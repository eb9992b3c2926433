package org.meetwright.cli.stress.check;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.stress.check.Stored.EventType;
import org.meetwright.cli.stress.check.Stored.Taken;

/// No host has more meetings of an event type on a local date, or in an ISO week, than its limits
/// allow.
final class Limits implements Verifier.Check {
  private record Day(UUID eventType, UUID host, LocalDate date) {}

  private record Week(UUID eventType, UUID host, int year, int week) {
    static Week of(Day day) {
      return new Week(
          day.eventType(),
          day.host(),
          day.date().get(IsoFields.WEEK_BASED_YEAR),
          day.date().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
  }

  @Override
  public List<String> faults(Stored stored) {
    Map<Day, Long> days =
        stored.taken().stream()
            .filter(Taken::active)
            .collect(Collectors.groupingBy(one -> day(stored, one), Collectors.counting()));
    Map<Week, Long> weeks =
        days.entrySet().stream()
            .collect(
                Collectors.groupingBy(
                    entry -> Week.of(entry.getKey()), Collectors.summingLong(Map.Entry::getValue)));
    List<String> faults = new ArrayList<>();
    compare(days, day -> stored.eventTypes().get(day.eventType()), EventType::maxPerDay, faults);
    compare(
        weeks, week -> stored.eventTypes().get(week.eventType()), EventType::maxPerWeek, faults);
    return faults;
  }

  private static <K> void compare(
      Map<K, Long> counts,
      Function<K, EventType> type,
      Function<EventType, @Nullable Integer> most,
      List<String> faults) {
    counts.forEach(
        (key, count) -> {
          Integer allowed = most.apply(type.apply(key));
          if (allowed != null && count > allowed) {
            faults.add("limit: " + count + " meetings instead of " + allowed + " in " + key);
          }
        });
  }

  private static Day day(Stored stored, Taken taken) {
    Stored.Meeting meeting = stored.meetings().get(taken.meetingId());
    ZoneId named = stored.eventType(meeting).scheduleZone();
    ZoneId zone = named == null ? stored.zones().get(taken.hostId()) : named;
    return new Day(
        meeting.eventTypeId(), taken.hostId(), LocalDate.ofInstant(meeting.start(), zone));
  }
}
