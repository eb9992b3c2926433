package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// Teams in which many keep the same hours, against asking each member alone.
class RoundRobinTest {
  private static final Instant NOW = Instant.parse("2026-03-05T11:07:13Z");
  private static final LocalDate FROM = LocalDate.parse("2026-03-04");
  private static final IntervalSet ASKED =
      LocalDates.between(FROM, FROM.plusDays(9), ZoneId.of("Europe/Berlin"));
  private static final List<String> ZONES = List.of("America/New_York", "America/Detroit", "UTC");
  private static final int[] LENGTHS = {1, 5, 7, 15, 25, 30, 63, 64, 65, 90, 480, 1440};

  @Test
  void offersWhatAnyMemberWouldOfferAlone() {
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      EventType type = eventType(random);
      List<HostFacts> members = members(type, random);
      TreeSet<Long> expected = new TreeSet<>();
      members.forEach(member -> starts(type, List.of(member)).forEach(expected::add));
      assertThat(starts(type, members)).containsExactlyElementsOf(expected);
    }
  }

  private static List<Long> starts(EventType type, List<HostFacts> members) {
    Snapshot snapshot = Snapshot.of(NOW, type, members);
    return Arrays.stream(SlotFinder.starts(snapshot, ASKED)).boxed().toList();
  }

  private static EventType eventType(Random random) {
    return new EventTypeBuilder(new UUID(0, 1))
        .duration(LENGTHS[random.nextInt(LENGTHS.length - 2)])
        .step(LENGTHS[random.nextInt(LENGTHS.length)])
        .buffers(5 * random.nextInt(3), 5 * random.nextInt(3))
        .window(
            random.nextBoolean()
                ? new BookingWindow.Rolling(random.nextInt(8))
                : new BookingWindow.Unlimited())
        .assignment(new Assignment.RoundRobin(new UUID(0, 9)))
        .build();
  }

  private static List<HostFacts> members(EventType type, Random random) {
    List<Schedule> schedules = Stream.generate(() -> schedule(random)).limit(3).toList();
    int kinds = 1 + random.nextInt(schedules.size());
    List<HostFacts> members = new ArrayList<>();
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      members.add(
          new HostFacts(
              new HostFacts.Who(new UUID(1, i), "h", random.nextInt(8) > 0, HostLimits.NONE),
              type,
              schedules.get(random.nextInt(kinds)),
              new HostFacts.Engagements(
                  List.of(),
                  Stream.generate(() -> busyTime(random)).limit(random.nextInt(40)).toList(),
                  List.of()),
              ASKED));
    }
    return members;
  }

  private static Schedule schedule(Random random) {
    int from = 5 * random.nextInt(144);
    LocalHours hours = new LocalHours(from, from + 5 * (1 + random.nextInt(144)));
    List<WeeklyHours> weekly =
        Stream.of(DayOfWeek.values()).map(day -> new WeeklyHours(day, hours)).toList();
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    return new Schedule(new UUID(0, 2), new UUID(0, 1), "Any", zone, true, weekly, List.of());
  }

  private static BusyTime busyTime(Random random) {
    long start = ASKED.start(0) + 60L * random.nextInt(10 * 24 * 60);
    Instant from = Instant.ofEpochSecond(start);
    Instant until = from.plusSeconds(60 + random.nextInt(20000));
    return new BusyTime(new UUID(2, 0), new UUID(1, 0), from, until, "", BusyTime.MANUAL);
  }
}
