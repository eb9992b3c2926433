package org.meetwright.core.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.schedule.Away;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Travel;
import org.meetwright.core.schedule.WeeklyHours;
import org.meetwright.core.slot.SlotOracle.OracleHost;
import org.meetwright.core.slot.SlotOracle.Slot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;

/// The engine against the oracle, on random schedules around changes of the clock.
class SlotFinderOracleTest {
  private static final int QUESTIONS = 400;
  private static final List<String> ELSEWHERE =
      List.of("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe");
  private static final List<String> FAR =
      List.of(
          "Pacific/Kiritimati",
          "Pacific/Pago_Pago",
          "Asia/Tokyo",
          "America/New_York",
          "Europe/Berlin",
          "Australia/Lord_Howe");
  private static final int[] LENGTHS = {5, 15, 20, 25, 30, 45, 50, 60, 90, 120, 480};

  @ParameterizedTest
  @ValueSource(
      strings = {
        "America/New_York",
        "Europe/Berlin",
        "Europe/Dublin",
        "Australia/Lord_Howe",
        "America/Santiago",
        "Africa/Cairo",
        "Asia/Beirut",
        "America/St_Johns",
        "America/Havana",
        "Pacific/Chatham",
        "Pacific/Apia",
        "Africa/Casablanca",
        "Antarctica/Troll",
        "Asia/Tehran",
        "Asia/Kathmandu",
        "UTC"
      })
  void agreesWithTheOracle(String zoneName) {
    ZoneId zone = ZoneId.of(zoneName);
    Random random = new Random(zoneName.hashCode());
    int offered = 0;
    int joinable = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      LocalDate around = nearAClockChange(zone, random);
      Question question = question(zone, around, random);
      ZoneId asked = random.nextBoolean() ? zone : ZoneId.of("Asia/Kathmandu");
      LocalDate from = around.minusDays(random.nextInt(3));
      LocalDate to = from.plusDays(random.nextInt(5));
      List<Slot> slots =
          new SlotOracle(question.now, question.type, question.hosts).slots(from, to, asked);
      List<Instant> expected = slots.stream().map(Slot::start).toList();
      Snapshot snapshot = question.snapshot(LocalDates.between(from, to, asked));
      assertThat(found(snapshot, from, to, asked)).as("%s", question).isEqualTo(slots);
      joinable += (int) slots.stream().filter(slot -> isJoined(question, slot)).count();
      assertSplittingChangesNothing(question, from, to, asked, expected);
      assertReasonsAgree(question, snapshot, expected, from, to, asked, random);
      offered += expected.size();
    }
    assertThat(offered).isGreaterThan(QUESTIONS);
    assertThat(joinable).isGreaterThan(QUESTIONS / 20);
  }

  private static boolean isJoined(Question question, Slot slot) {
    return question.hosts.stream()
        .flatMap(host -> host.meetings().stream())
        .anyMatch(meeting -> meeting.startsAt().equals(slot.start()));
  }

  private static List<Slot> found(Snapshot snapshot, LocalDate from, LocalDate to, ZoneId zone) {
    long[] starts = SlotFinder.starts(snapshot, LocalDates.between(from, to, zone));
    long[] ends = SlotFinder.ends(snapshot, starts);
    int[] seats = SlotFinder.seatsLeft(snapshot, starts);
    return IntStream.range(0, starts.length)
        .mapToObj(
            i ->
                new Slot(
                    Instant.ofEpochSecond(starts[i]), Instant.ofEpochSecond(ends[i]), seats[i]))
        .toList();
  }

  private record Question(Instant now, EventType type, List<OracleHost> hosts) {
    Snapshot snapshot(IntervalSet asked) {
      IntervalSet stretch = IntervalSet.of(asked.start(0), asked.end(asked.size() - 1));
      return Snapshot.of(
          now,
          type,
          hosts.stream()
              .map(
                  host ->
                      new HostFacts(
                          new HostFacts.Who(host.id(), "h", host.active(), host.limits()),
                          type,
                          host.schedule(),
                          new HostFacts.Engagements(
                              host.meetings(),
                              host.busyTimes(),
                              host.absences().stream()
                                  .flatMap(absence -> absence.times(host.defaultZone()).stream())
                                  .toList()),
                          stretch))
              .toList());
    }
  }

  private static void assertSplittingChangesNothing(
      Question question, LocalDate from, LocalDate to, ZoneId asked, List<Instant> whole) {
    LocalDate middle = from.plusDays((to.toEpochDay() - from.toEpochDay()) / 2);
    List<Instant> parts = new ArrayList<>(apart(question, from, middle, asked));
    if (middle.isBefore(to)) {
      parts.addAll(apart(question, middle.plusDays(1), to, asked));
    }
    assertThat(new TreeSet<>(parts)).containsExactlyElementsOf(whole);
  }

  private static List<Instant> apart(
      Question question, LocalDate from, LocalDate to, ZoneId asked) {
    IntervalSet range = LocalDates.between(from, to, asked);
    return range.isEmpty() ? List.of() : slots(question.snapshot(range), from, to, asked);
  }

  private static void assertReasonsAgree(
      Question question,
      Snapshot snapshot,
      List<Instant> offered,
      LocalDate from,
      LocalDate to,
      ZoneId asked,
      Random random) {
    IntervalSet range = LocalDates.between(from, to, asked);
    long span = range.end(range.size() - 1) - range.start(0);
    LongStream anywhere =
        LongStream.generate(() -> range.start(0) + 300 * random.nextLong(span / 300)).limit(20);
    LongStream meetings =
        question.hosts.stream()
            .flatMap(host -> host.meetings().stream())
            .mapToLong(meeting -> meeting.startsAt().getEpochSecond());
    for (long second : LongStream.concat(anywhere, meetings).toArray()) {
      if (range.contains(second)) {
        Instant start = Instant.ofEpochSecond(second);
        assertThat(Explainer.explain(snapshot, start).reasons().isEmpty())
            .as("%s in %s", start, question)
            .isEqualTo(offered.contains(start));
      }
    }
  }

  private static List<Instant> slots(Snapshot snapshot, LocalDate from, LocalDate to, ZoneId zone) {
    IntervalSet asked = LocalDates.between(from, to, zone);
    return Arrays.stream(SlotFinder.starts(snapshot, asked))
        .mapToObj(Instant::ofEpochSecond)
        .toList();
  }

  private static LocalDate nearAClockChange(ZoneId zone, Random random) {
    LocalDate somewhere =
        LocalDate.of(2003 + random.nextInt(28), 1, 1).plusDays(random.nextInt(365));
    ZoneOffsetTransition next =
        zone.getRules().nextTransition(somewhere.atStartOfDay(zone).toInstant());
    LocalDate date = next == null ? somewhere : next.getDateTimeBefore().toLocalDate();
    return date.plusDays(random.nextInt(3) - 1);
  }

  private static Question question(ZoneId zone, LocalDate around, Random random) {
    EventType type = eventType(around, random);
    Instant now =
        around
            .minusDays(random.nextInt(6))
            .atStartOfDay(zone)
            .toInstant()
            .plusMillis(random.nextInt(86_400_000));
    int hosts = type.assignment() instanceof Assignment.OneHost ? 1 : 1 + random.nextInt(4);
    List<MeetingTime> shared = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      shared.add(meeting(type, zone, around, random));
    }
    List<OracleHost> all = new ArrayList<>();
    for (int i = 0; i < hosts; i++) {
      ZoneId own = i == 0 ? zone : ZoneId.of(ELSEWHERE.get(random.nextInt(ELSEWHERE.size())));
      all.add(host(i, type, own, around, shared, random));
    }
    return new Question(now, type, all);
  }

  private static OracleHost host(
      int number,
      EventType type,
      ZoneId zone,
      LocalDate around,
      List<MeetingTime> shared,
      Random random) {
    List<MeetingTime> some = new ArrayList<>();
    shared.stream().filter(meeting -> random.nextInt(5) > 0).forEach(some::add);
    for (int i = random.nextInt(8); i > 0; i--) {
      some.add(meeting(type, zone, around, random));
    }
    List<MeetingTime> meetings = new ArrayList<>();
    for (MeetingTime meeting : some) {
      // A host is in one meeting at a time.
      if (meetings.stream().noneMatch(other -> other.padded().overlaps(meeting.padded()))) {
        meetings.add(meeting);
      }
    }
    List<BusyTime> busyTimes = new ArrayList<>();
    for (int i = random.nextInt(6); i > 0; i--) {
      Instant start = somewhere(zone, around, random).plusMillis(random.nextInt(3) * 500L);
      Instant end = start.plusSeconds(1 + random.nextInt(7200));
      busyTimes.add(
          new BusyTime(
              new UUID(0, random.nextLong()), new UUID(1, number), start, end, "", "test"));
    }
    return new OracleHost(
        new UUID(1, number),
        random.nextInt(30) > 0,
        schedule(zone, around, random),
        meetings,
        busyTimes,
        absences(zone, around, random),
        random.nextInt(3) > 0 ? zone : ZoneId.of("Pacific/Kiritimati"),
        new HostLimits(
            random.nextInt(3) > 0 ? null : 1 + random.nextInt(6),
            random.nextInt(3) > 0 ? null : 60 * (1 + random.nextInt(10))));
  }

  private static List<Absence> absences(ZoneId zone, LocalDate around, Random random) {
    List<Absence> absences = new ArrayList<>();
    for (int i = Math.max(0, random.nextInt(6) - 3); i > 0; i--) {
      LocalDate from = around.plusDays(random.nextInt(7) - 3);
      Instant start = somewhere(zone, around, random).plusMillis(random.nextInt(3) * 500L);
      Span span =
          random.nextBoolean()
              ? new Span.Dates(from, from.plusDays(random.nextInt(3) / 2))
              : new Span.Instants(start, start.plusSeconds(1 + random.nextInt(30_000)));
      absences.add(new Absence(new UUID(3, random.nextLong()), new UUID(0, 1), span, "Away", null));
    }
    return absences;
  }

  private static Instant somewhere(ZoneId zone, LocalDate around, Random random) {
    return around
        .minusDays(5)
        .atStartOfDay(zone)
        .toInstant()
        .plusSeconds(300L * random.nextInt(11 * 288));
  }

  private static MeetingTime meeting(EventType type, ZoneId zone, LocalDate around, Random random) {
    Instant start = somewhere(zone, around, random);
    Instant end =
        random.nextBoolean()
            ? start.plusSeconds(300L * (1 + random.nextInt(24)))
            : start.plus(type.timing().duration());
    return new MeetingTime(
        new UUID(0, random.nextLong()),
        random.nextInt(4) > 0 ? type.id() : null,
        "Call",
        start,
        end,
        start.minusSeconds(300L * random.nextInt(4)),
        end.plusSeconds(300L * random.nextInt(4)),
        1 + random.nextInt(4),
        1 + random.nextInt(3));
  }

  private static EventType eventType(LocalDate around, Random random) {
    EventTypeBuilder builder =
        new EventTypeBuilder(new UUID(0, 1))
            .duration(length(random))
            .lengths(
                random.nextBoolean()
                    ? new Integer[] {}
                    : new Integer[] {length(random), length(random)})
            .step(random.nextBoolean() ? length(random) : null)
            .buffers(5 * random.nextInt(7), 5 * random.nextInt(7))
            .notice(random.nextInt(3) * random.nextInt(3000))
            .limits(limit(random), limit(random))
            .mostPerMonth(random.nextInt(3) > 0 ? null : 1 + random.nextInt(8))
            .seats(random.nextBoolean() ? 3 : 1)
            .assignment(
                switch (random.nextInt(4)) {
                  case 0 -> new Assignment.RoundRobin(new UUID(0, 9));
                  case 1 -> new Assignment.Collective(new UUID(0, 9));
                  default -> new Assignment.OneHost();
                });
    BookingWindow window =
        switch (random.nextInt(3)) {
          case 0 -> new BookingWindow.Rolling(random.nextInt(10));
          case 1 ->
              new BookingWindow.Dates(around.minusDays(random.nextInt(2)), around.plusDays(1));
          default -> new BookingWindow.Unlimited();
        };
    EventType type = builder.window(window).build();
    List<Integer> lengths = type.timing().durationsMinutes();
    return type.lasting(lengths.get(random.nextInt(lengths.size())));
  }

  private static int length(Random random) {
    return LENGTHS[random.nextInt(LENGTHS.length)];
  }

  private static Integer limit(Random random) {
    return random.nextBoolean() ? null : 1 + random.nextInt(4);
  }

  private static Schedule schedule(ZoneId zone, LocalDate around, Random random) {
    List<WeeklyHours> weekly = new ArrayList<>();
    for (DayOfWeek day : DayOfWeek.values()) {
      hours(random).forEach(hours -> weekly.add(new WeeklyHours(day, hours)));
    }
    List<DateOverride> overrides =
        IntStream.range(-4, 5)
            .filter(days -> random.nextInt(4) == 0)
            .mapToObj(days -> new DateOverride(around.plusDays(days), hours(random)))
            .toList();
    return new Schedule(
        new UUID(0, 2),
        new UUID(0, 1),
        "Random",
        zone,
        true,
        weekly,
        withABreak(around, overrides),
        away(around, random));
  }

  /// Within a week, so that no window that it makes longer begins before the break.
  private static Away away(LocalDate around, Random random) {
    List<Travel> travel = new ArrayList<>();
    LocalDate from = around.minusDays(random.nextInt(6));
    while (random.nextInt(3) == 0 && from.isBefore(around.plusDays(6))) {
      LocalDate to = from.plusDays(random.nextInt(4));
      travel.add(new Travel(from, to, ZoneId.of(FAR.get(random.nextInt(FAR.size())))));
      from = to.plusDays(1L + random.nextInt(2));
    }
    PublicHolidays holidays =
        switch (random.nextInt(4)) {
          // Easter Monday is near many changes of the clock.
          case 0 ->
              new PublicHolidays(
                  "DE",
                  random.nextBoolean() ? "BY" : null,
                  random.nextBoolean() ? List.of() : List.of("christian.EASTER_MONDAY"));
          case 1 -> new PublicHolidays("US", null, List.of(around.toString()));
          default -> null;
        };
    return new Away(holidays, travel);
  }

  /// The oracle looks back twenty days only: see to it that no window is longer.
  private static List<DateOverride> withABreak(LocalDate around, List<DateOverride> overrides) {
    List<DateOverride> all = new ArrayList<>(overrides);
    all.add(new DateOverride(around.minusDays(10), List.of()));
    return all;
  }

  private static List<LocalHours> hours(Random random) {
    if (random.nextInt(5) == 0) {
      return List.of(new LocalHours(0, LocalHours.DAY));
    }
    TreeSet<Integer> edges = new TreeSet<>();
    for (int i = 2 * random.nextInt(4); i > 0; i--) {
      edges.add(random.nextInt(4) == 0 ? 24 * 60 * random.nextInt(2) : 15 * random.nextInt(97));
    }
    List<Integer> sorted = List.copyOf(edges);
    List<LocalHours> hours = new ArrayList<>();
    for (int i = 0; i + 1 < sorted.size(); i += random.nextInt(3) == 0 ? 1 : 2) {
      hours.add(new LocalHours(sorted.get(i), sorted.get(i + 1)));
    }
    return hours;
  }
}
