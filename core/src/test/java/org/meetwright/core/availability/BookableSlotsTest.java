package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;

/// Every slot that is listed can be booked at that moment, and nothing that is not listed can be:
/// on random hosts, teams and event types, on the database.
@ParameterizedClass
@EachDatabase
class BookableSlotsTest {
  private static final List<String> ZONES =
      List.of("America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC");
  private static final int[] LENGTHS = {15, 20, 30, 45, 60, 90};

  /// The dates around which everything happens: clocks go forward in New York on 8 March.
  private static final LocalDate FIRST = LocalDate.parse("2026-03-03");

  private static final int DAYS = 8;

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Availability availability;
  private Random random;
  private final List<Host> hosts = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();
  private final List<EventType> types = new ArrayList<>();
  private int invitees;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    availability = fixture.core.availability();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  /// Makes four hosts, two teams and six event types, all of them ada's.
  private void populate(long seed) {
    random = new Random(seed);
    hosts.add(fixture.ada);
    for (String name : List.of("bea", "cem", "dan")) {
      hosts.add(fixture.addHost(name));
    }
    hosts.forEach(host -> reopen(host, random));
    for (int i = 0; i < 2; i++) {
      teams.add(fixture.addTeam("team-" + i, members(random)));
    }
    for (int i = 0; i < 6; i++) {
      types.add(fixture.core.eventTypes().add(builder(i, random).build()));
    }
  }

  private TeamMember[] members(Random source) {
    List<Host> some = new ArrayList<>(hosts);
    Collections.shuffle(some, source);
    return some.subList(0, 2 + source.nextInt(2)).stream()
        .map(host -> new TeamMember(host.id(), source.nextInt(4), source.nextInt(2)))
        .toArray(TeamMember[]::new);
  }

  private void reopen(Host host, Random source) {
    int opening = 15 * source.nextInt(40);
    int closing = opening + 120 + 30 * source.nextInt(24);
    List<String> hours =
        closing <= 1440
            ? List.of(hours(opening, closing))
            : List.of(hours(opening, 1440), hours(0, closing - 1440));
    List<DateOverride> overrides =
        IntStream.range(0, DAYS)
            .filter(day -> source.nextInt(6) == 0)
            .mapToObj(
                day ->
                    new DateOverride(
                        FIRST.plusDays(day),
                        source.nextBoolean() ? List.of() : List.of(Fixture.hours("10:10-16:00"))))
            .toList();
    fixture.open(
        host,
        pick(ZONES, source),
        List.of(DayOfWeek.values()),
        overrides,
        hours.toArray(String[]::new));
  }

  private static String hours(int from, int until) {
    return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, until / 60, until % 60);
  }

  private EventTypeBuilder builder(int number, Random source) {
    return new EventTypeBuilder(fixture.ada.id())
        .slug("type-" + number)
        .duration(LENGTHS[source.nextInt(LENGTHS.length)])
        .step(LENGTHS[source.nextInt(LENGTHS.length)])
        .buffers(5 * source.nextInt(4), 5 * source.nextInt(4))
        .notice(source.nextInt(3) * 700)
        .limits(
            source.nextInt(3) == 0 ? 1 + source.nextInt(3) : null,
            source.nextInt(3) == 0 ? 3 + source.nextInt(5) : null)
        .seats(source.nextInt(3) == 0 ? 3 : 1)
        .window(
            switch (source.nextInt(3)) {
              case 0 -> new BookingWindow.Rolling(5);
              case 1 -> new BookingWindow.Dates(FIRST.plusDays(1), FIRST.plusDays(6));
              default -> new BookingWindow.Unlimited();
            })
        .assignment(
            switch (number % 3) {
              case 0 -> new Assignment.OneHost();
              case 1 -> new Assignment.RoundRobin(pick(teams, source).id());
              default -> new Assignment.Collective(pick(teams, source).id());
            });
  }

  private static <T> T pick(List<T> from, Random source) {
    return from.get(source.nextInt(from.size()));
  }

  private BookOutcome tryBook(EventType type, Instant start) {
    return fixture.tryBook(type, start.toString(), "invitee" + invitees++ + "@example.com");
  }

  private static List<Instant> starts(Slots slots) {
    return LongStream.of(slots.starts()).mapToObj(Instant::ofEpochSecond).toList();
  }

  private Slots ask(EventType type, LocalDate from, LocalDate to, ZoneId zone) {
    return availability.slots(type, from, to, zone);
  }

  private List<Instant> all(EventType type) {
    return starts(ask(type, FIRST, FIRST.plusDays(DAYS), ZoneId.of("UTC")));
  }

  private void addBusyTime(Random source) {
    Instant start = Instant.parse("2026-03-03T00:00:00Z").plusSeconds(60L * source.nextInt(11_000));
    fixture.busy(
        pick(hosts, source),
        start.toString(),
        start.plusSeconds(60L * (1 + source.nextInt(180))).toString());
  }

  /// Books here and there, so that there is something in the way.
  private List<Booking> fill(int meetings) {
    List<Booking> made = new ArrayList<>();
    for (int i = 0; i < meetings; i++) {
      EventType type = pick(types, random);
      List<Instant> offered = all(type);
      if (!offered.isEmpty()) {
        made.add(Fixture.booked(tryBook(type, pick(offered, random))));
      }
      addBusyTime(random);
    }
    return made;
  }

  @Test
  void booksWhatIsListedAndNothingElse() {
    populate(11);
    int booked = 0;
    Set<String> refusals = new HashSet<>();
    for (int step = 0; step < 12; step++) {
      fill(2);
      EventType type = types.get(step % types.size());
      ZoneId zone = ZoneId.of(pick(ZONES, random));
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS - 1));
      for (Instant start : starts(ask(type, day, day, zone))) {
        List<Instant> before = starts(ask(type, day, day, zone));
        if (before.contains(start)) {
          Booking booking = Fixture.booked(tryBook(type, start));
          booked++;
          assertThat(booking.start()).isEqualTo(start);
          if (booked % 7 != 0) {
            fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
            assertThat(starts(ask(type, day, day, zone))).isEqualTo(before);
          }
        }
      }
      List<Instant> now = starts(ask(type, day, day, zone));
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      for (Instant start = day.atStartOfDay(zone).toInstant();
          start.isBefore(end);
          start = start.plus(Duration.ofMinutes(5))) {
        if (!now.contains(start)) {
          BookOutcome outcome = tryBook(type, start);
          assertThat(outcome).as("%s at %s", type, start).isNotInstanceOf(BookOutcome.Booked.class);
          refusals.add(outcome.getClass().getSimpleName());
        }
      }
    }
    assertThat(booked).isGreaterThan(30);
    assertThat(refusals).containsExactlyInAnyOrder("SlotTaken", "NotOffered");
  }

  @Test
  void neverOffersMoreWhenSomeoneIsBusyAndExactlyTheSameOnceHeIsNot() {
    populate(12);
    fill(10);
    int taken = 0;
    for (int i = 0; i < 40; i++) {
      Map<EventType, List<Instant>> before = listings();
      Instant start = FIRST.atStartOfDay(ZoneId.of("UTC")).toInstant();
      start = start.plusSeconds(60L * random.nextInt(24 * 60 * DAYS));
      BusyTime busy =
          fixture.busy(
              pick(hosts, random),
              start.toString(),
              start.plusSeconds(60L * (1 + random.nextInt(400))).toString());
      Map<EventType, List<Instant>> during = listings();
      for (EventType type : types) {
        assertThat(before.get(type)).containsAll(during.get(type));
        taken += before.get(type).size() - during.get(type).size();
      }
      assertThat(fixture.core.busyTimes().delete(busy.hostId(), busy.id())).isTrue();
      assertThat(listings()).isEqualTo(before);
    }
    assertThat(taken).isGreaterThan(100);
  }

  private Map<EventType, List<Instant>> listings() {
    Map<EventType, List<Instant>> listings = new HashMap<>();
    types.forEach(type -> listings.put(type, all(type)));
    return listings;
  }

  @Test
  void explainsExactlyWhatIsNotListed() {
    populate(13);
    fill(12);
    Set<Reason.Code> codes = new HashSet<>();
    for (EventType type : types) {
      LocalDate day = FIRST.plusDays(random.nextInt(DAYS - 1));
      ZoneId zone = ZoneId.of(pick(ZONES, random));
      Set<Instant> listed = new HashSet<>(starts(ask(type, day, day, zone)));
      Instant end = day.plusDays(1).atStartOfDay(zone).toInstant();
      for (Instant start = day.atStartOfDay(zone).toInstant();
          start.isBefore(end);
          start = start.plusSeconds(60)) {
        List<Reason> reasons = availability.reasonsAgainst(type, start);
        assertThat(reasons.isEmpty()).as("%s at %s", type, start).isEqualTo(listed.contains(start));
        reasons.forEach(reason -> codes.add(reason.code()));
      }
    }
    assertThat(codes)
        .contains(
            Reason.Code.OUTSIDE_SCHEDULE,
            Reason.Code.OFF_GRID,
            Reason.Code.MEETING,
            Reason.Code.BUSY,
            Reason.Code.LIMIT);
  }

  @Test
  void listsTheSameHoweverTheRangeIsSplit() {
    populate(14);
    fill(12);
    for (int i = 0; i < 60; i++) {
      EventType type = pick(types, random);
      ZoneId zone = ZoneId.of(pick(ZONES, random));
      int days = 1 + random.nextInt(DAYS);
      LocalDate middle = FIRST.plusDays(random.nextInt(days));
      List<Instant> parts = new ArrayList<>(starts(ask(type, FIRST, middle, zone)));
      parts.addAll(starts(ask(type, middle.plusDays(1), FIRST.plusDays(days), zone)));
      assertThat(parts).isEqualTo(starts(ask(type, FIRST, FIRST.plusDays(days), zone)));
    }
  }

  @Test
  void listsNothingStaleWhileOthersBookCancelAndChange() throws Exception {
    populate(15);
    AtomicBoolean over = new AtomicBoolean();
    // Threads that never wait would not let virtual ones take turns.
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> askers = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        Random own = new Random(i);
        askers.add(
            threads.submit(
                () -> {
                  while (!over.get()) {
                    askAnything(own);
                  }
                }));
      }
      List<Future<?>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        Random own = new Random(100L + i);
        writers.add(threads.submit(() -> IntStream.range(0, 60).forEach(n -> changeAnything(own))));
      }
      try {
        for (Future<?> writer : writers) {
          writer.get();
        }
      } finally {
        over.set(true);
      }
      for (Future<?> asker : askers) {
        asker.get();
      }
    }
    for (int i = 0; i < 150; i++) {
      assertIsFresh(random);
    }
  }

  private Slots askAnything(Random source) {
    LocalDate from = FIRST.plusDays(source.nextInt(3));
    return ask(
        pick(types, source),
        from,
        from.plusDays(source.nextInt(4)),
        ZoneId.of(pick(ZONES, source)));
  }

  private void assertIsFresh(Random source) {
    EventType type = pick(types, source);
    LocalDate from = FIRST.plusDays(source.nextInt(3));
    LocalDate to = from.plusDays(source.nextInt(4));
    ZoneId zone = ZoneId.of(pick(ZONES, source));
    Slots fresh =
        new Availability(fixture.core.database(), fixture.clock, 0).slots(type, from, to, zone);
    Slots kept = ask(type, from, to, zone);
    assertThat(kept.starts()).isEqualTo(fresh.starts());
    assertThat(kept.seatsLeft()).isEqualTo(fresh.seatsLeft());
  }

  private void changeAnything(Random source) {
    switch (source.nextInt(8)) {
      case 0 -> reopen(pick(hosts, source), source);
      case 1 -> addBusyTime(source);
      case 2 -> fixture.replace(pick(teams, source), members(source));
      case 3 -> {
        int number = source.nextInt(types.size());
        fixture.replace(builder(number, source).id(types.get(number).id()).build());
      }
      default -> bookAndPerhapsCancel(source);
    }
  }

  private void bookAndPerhapsCancel(Random source) {
    long[] starts = askAnything(source).starts();
    EventType type = pick(types, source);
    if (starts.length == 0) {
      return;
    }
    Instant start = Instant.ofEpochSecond(starts[source.nextInt(starts.length)]);
    String email = "invitee" + source.nextLong() + "@example.com";
    BookOutcome outcome = fixture.tryBook(type, start.toString(), email);
    if (outcome instanceof BookOutcome.Booked made && source.nextBoolean()) {
      fixture.core.bookingDesk().cancel(made.booking().id(), Change.byInvitee(""));
    }
  }
}
