package org.meetwright.core.slot;

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
import org.meetwright.core.eventtype.rule.HostLimits;
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
    return of(months, 1, false, new Assignment.OneHost());
  }

  static Question ofAll(int hosts, int months) {
    return of(months, hosts, false, new Assignment.Collective(ID));
  }

  static Question ofAnyOf(int hosts, int months) {
    return of(months, hosts, false, new Assignment.RoundRobin(ID));
  }

  /// Like [#ofAnyOf], but no two members have the same hours: they begin and end at different
  /// quarters of an hour.
  static Question ofAnyOfWithOtherHours(int hosts, int months) {
    return of(months, hosts, true, new Assignment.RoundRobin(ID));
  }

  private static Question of(int months, int hosts, boolean otherHours, Assignment assignment) {
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
            .mapToObj(i -> new QuestionHost(office(otherHours ? i : 0), busyTimes(i, months)))
            .toList());
  }

  /// Returns office hours from 09:00 to 17:00, for each kind other ones.
  ///
  /// @param kind 0 to 79
  private static Schedule office(int kind) {
    LocalHours morning = new LocalHours(60 * 9 + 15 * (kind % 10), 60 * 12);
    LocalHours afternoon = new LocalHours(60 * 13, 60 * 17 + 15 * (kind / 10));
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      if (day.compareTo(DayOfWeek.SATURDAY) < 0) {
        weekly.add(new WeeklyHours(day, morning));
        weekly.add(new WeeklyHours(day, afternoon));
      }
    }
    return new Schedule(ID, ID, "Office", NEW_YORK, true, weekly, List.of());
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

  /// Returns the question with as many busy times more of each host, of ten minutes between 18:30
  /// and 07:30, when nobody is met.
  Question withCalendar(int times) {
    Random random = new Random(times);
    List<LocalDate> days = FROM.datesUntil(FROM.plusMonths(months)).toList();
    return new Question(
        months,
        eventType,
        hosts.stream()
            .map(
                host -> {
                  List<BusyTime> all = new ArrayList<>(host.busyTimes);
                  for (int i = 0; i < times; i++) {
                    all.add(atNight(days.get(random.nextInt(days.size())), random));
                  }
                  return new QuestionHost(host.schedule, all);
                })
            .toList());
  }

  private static BusyTime atNight(LocalDate date, Random random) {
    Instant start =
        date.atTime(18, 30).plusMinutes(random.nextInt(13 * 60)).atZone(NEW_YORK).toInstant();
    return new BusyTime(new UUID(2, 1), ID, start, start.plusSeconds(600), "", "caldav");
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
              new HostFacts.Who(new UUID(1, facts.size()), "ada", true, HostLimits.NONE),
              eventType,
              host.schedule(),
              new HostFacts.Engagements(List.of(), host.busyTimes(), List.of()),
              asked));
    }
    return Snapshot.of(Instant.EPOCH, eventType, facts);
  }
}
