package org.meetwright.core.availability;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// The question that is measured: 30 minutes with a host in New York, asked from Berlin, from March
/// 2026 on.
///
/// @param hosts each with busy times of his own
record Question(int months, EventType eventType, List<QuestionHost> hosts) {
  static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  static final LocalDate FROM = LocalDate.parse("2026-03-01");

  /// Monday, 08:40 in New York: the notice of four hours takes the morning away.
  static final Instant NOW = Instant.parse("2026-03-02T13:40:00Z");

  static final int DURATION = 30;
  static final int STEP = 15;
  static final int BUFFER = 10;
  static final int NOTICE = 4 * 60;

  private static final UUID ID = new UUID(0, 1);

  /// A host of the question.
  record QuestionHost(Schedule schedule, List<BusyTime> busyTimes) {}

  static Question ofOneHost(int months) {
    return of(months, 1, 0, new Assignment.OneHost());
  }

  static Question ofAll(int hosts, int months) {
    return of(months, hosts, 0, new Assignment.Collective(ID));
  }

  static Question ofAnyOf(int hosts, int months) {
    return of(months, hosts, 0, new Assignment.RoundRobin(ID));
  }

  /// Each member begins two minutes later than the one before, so that no two have the same grid.
  static Question ofAnyOfWithOtherHours(int hosts, int months) {
    return of(months, hosts, 2, new Assignment.RoundRobin(ID));
  }

  private static Question of(int months, int hosts, int minutesLater, Assignment assignment) {
    EventType eventType =
        new EventTypeBuilder(ID)
            .duration(DURATION)
            .step(STEP)
            .buffers(BUFFER, BUFFER)
            .notice(NOTICE)
            .assignment(assignment)
            .build();
    return new Question(
        months,
        eventType,
        IntStream.range(0, hosts)
            .mapToObj(i -> new QuestionHost(office(i * minutesLater), busyTimes(i, months)))
            .toList());
  }

  private static Schedule office(int minutesLater) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        weekly.add(hours(day, 9, 12, minutesLater));
        weekly.add(hours(day, 13, 17, minutesLater));
      }
    }
    return new Schedule(ID, ID, "Office", NEW_YORK, true, weekly, List.of());
  }

  private static WeeklyHours hours(DayOfWeek day, int from, int to, int minutesLater) {
    return new WeeklyHours(day, new LocalHours(60 * from + minutesLater, 60 * to + minutesLater));
  }

  /// Returns busy times of 15 to 90 minutes at the full five minutes, between 08:00 and 18:00 on
  /// working days: 60 for a month, 50 a month for longer.
  private static List<BusyTime> busyTimes(int seed, int months) {
    Random random = new Random(seed);
    List<LocalDate> days =
        FROM.datesUntil(FROM.plusMonths(months)).filter(Question::works).toList();
    return IntStream.range(0, months == 1 ? 60 : 50 * months)
        .mapToObj(i -> busyTime(days.get(random.nextInt(days.size())), random))
        .toList();
  }

  private static boolean works(LocalDate date) {
    return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
  }

  private static BusyTime busyTime(LocalDate date, Random random) {
    Instant start =
        date.atTime(8, 0).plusMinutes(5 * random.nextInt(103)).atZone(NEW_YORK).toInstant();
    Instant end = start.plusSeconds((15 + 5 * random.nextInt(16)) * 60L);
    return new BusyTime(new UUID(2, 0), ID, start, end, "Busy", BusyTime.MANUAL);
  }

  LocalDate lastDate() {
    return FROM.plusMonths(months).minusDays(1);
  }

  IntervalSet asked() {
    return LocalDates.between(FROM, lastDate(), BERLIN);
  }

  /// Returns what a server keeps between two questions.
  Snapshot prepare() {
    IntervalSet asked = asked();
    List<HostFacts> facts = new ArrayList<>();
    for (QuestionHost host : hosts) {
      facts.add(
          new HostFacts(
              new UUID(1, facts.size()),
              "ada",
              true,
              eventType,
              host.schedule(),
              List.of(),
              host.busyTimes(),
              asked));
    }
    return Snapshot.of(Instant.EPOCH, eventType, facts);
  }
}
