package org.meetwright.core.calendar.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.Calendars.Connected;
import org.meetwright.core.calendar.meeting.ScriptedService.Entry;
import org.meetwright.core.calendar.meeting.ScriptedService.When;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.team.Team;

/// Whatever is booked, moved, cancelled and handed over, whatever the hosts do in their calendars,
/// whatever fails, and whenever the program is killed: in the end, once the hosts have decided,
/// each meeting stands once in the calendar of each of its hosts, as it is.
class RandomMeetingsTest {
  private static final List<String> STARTS =
      List.of(
          "2026-03-05T14:00:00Z",
          "2026-03-05T15:00:00Z",
          "2026-03-05T16:00:00Z",
          "2026-03-06T14:00:00Z",
          "2026-03-06T15:00:00Z");

  @ParameterizedTest
  @EachDatabase
  void endWithOneEventEach(DatabaseKind kind) {
    for (int seed = 1; seed <= 4; seed++) {
      try (Calendars calendars = new Calendars(kind)) {
        new Play(calendars, new Random(seed)).play(120);
      }
    }
  }

  /// A random sequence of what may happen.
  private static final class Play {
    private final Calendars calendars;
    private final Fixture fixture;
    private final Random random;
    private final List<Host> hosts;
    private final Map<Host, Connected> connected = new java.util.HashMap<>();
    private final List<EventType> types;
    private final List<CalendarWriter> nodes;
    private int invitees;

    Play(Calendars calendars, Random random) {
      this.calendars = calendars;
      this.fixture = calendars.fixture;
      this.random = random;
      Host bea = fixture.addHost("bea");
      this.hosts = List.of(fixture.ada, bea);
      hosts.forEach(host -> connected.put(host, calendars.connect(host)));
      Team team = fixture.addTeam("team", fixture.ada, bea);
      types =
          List.of(
              fixture.addEventType(one -> one.slug("one")),
              fixture.addEventType(one -> one.slug("asks").approval()),
              fixture.addEventType(one -> one.slug("group").seats(3)),
              fixture.addEventType(
                  one -> one.slug("turns").assignment(new Assignment.RoundRobin(team.id()))),
              fixture.addEventType(
                  one -> one.slug("all").assignment(new Assignment.Collective(team.id()))));
      nodes = List.of(calendars.node(), calendars.node());
      if (random.nextBoolean()) {
        calendars.service.rememberUids();
      }
    }

    void play(int steps) {
      for (int step = 0; step < steps; step++) {
        switch (random.nextInt(14)) {
          case 0, 1, 2 -> book();
          case 3 -> move();
          case 4 -> end();
          case 5 -> handOver();
          case 6 -> fail();
          case 7 -> otherCalendar();
          case 8, 9 -> editThere();
          case 10 -> read();
          case 11 -> decide();
          default -> deliverSome();
        }
      }
      calendars.service.failNoMore();
      fixture.clock.advance(Duration.ofMinutes(10));
      calendars.settle();
      putAllBack();
      hosts.forEach(this::check);
    }

    /// A host moves, renames or deletes an event in his calendar.
    private void editThere() {
      Host host = hosts.get(random.nextInt(hosts.size()));
      String user = host.handle().value();
      String calendar = random.nextBoolean() ? "home" : "work";
      List<Entry> all = calendars.service.entries(user, calendar);
      if (all.isEmpty()) {
        return;
      }
      Entry entry = all.get(random.nextInt(all.size()));
      UUID meetingId = Objects.requireNonNull(entry.meetingId());
      switch (random.nextInt(4)) {
        case 0 -> calendars.service.deleteOf(user, calendar, meetingId);
        case 1 ->
            calendars.service.editOf(
                user, calendar, meetingId, entry.start(), entry.end(), "My title");
        default -> {
          Instant start = Instant.parse(start());
          Instant end = start.plus(Duration.between(entry.start(), entry.end()));
          calendars.service.editOf(user, calendar, meetingId, start, end, entry.title());
        }
      }
    }

    /// Calendars are read. What has vanished from them is so.
    private void read() {
      for (Host host : hosts) {
        UUID connection = connected.get(host).connectionId();
        fixture.core.calendarSync().sync(host.id(), connection);
        fixture.core.calendarConnections().calendars(host.id(), connection).orElseThrow().stream()
            .filter(one -> one.progress().doubt() == Doubt.TOLD)
            .forEach(one -> calendars.choices.believe(host.id(), one.id()));
      }
    }

    private void decide() {
      Host host = hosts.get(random.nextInt(hosts.size()));
      List<CalendarProblem> problems = calendars.problems.of(host.id());
      if (!problems.isEmpty()) {
        CalendarProblem problem = problems.get(random.nextInt(problems.size()));
        List<Choice> choices = problem.choices();
        calendars.problems.choose(
            host.id(), problem.id(), choices.get(random.nextInt(choices.size())));
      }
    }

    /// Reads until everything is believed, and has all events written as the meetings are.
    private void putAllBack() {
      for (int round = 0; round < 4; round++) {
        read();
        calendars.settle();
        for (Host host : hosts) {
          for (CalendarProblem problem : calendars.problems.of(host.id())) {
            assertThat(calendars.problems.choose(host.id(), problem.id(), Choice.PUT_BACK))
                .isEqualTo(new CalendarProblems.Outcome.Settled());
          }
        }
        calendars.settle();
      }
    }

    private String start() {
      return STARTS.get(random.nextInt(STARTS.size()));
    }

    private void book() {
      EventType type = types.get(random.nextInt(types.size()));
      BookOutcome _ = fixture.tryBook(type, start(), "invitee" + ++invitees + "@example.com");
    }

    private List<Booking> bookings() {
      return fixture
          .core
          .bookings()
          .list(new BookingFilter(null, null, null, null, null, null), null, 1000)
          .bookings()
          .stream()
          .filter(one -> one.status().holdsTime())
          .toList();
    }

    private Booking any() {
      List<Booking> all = bookings();
      return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    private void move() {
      Booking booking = any();
      if (booking != null) {
        fixture
            .core
            .bookingDesk()
            .reschedule(booking.id(), Instant.parse(start()), Change.byInvitee(""));
      }
    }

    private void end() {
      Booking booking = any();
      if (booking != null && random.nextBoolean()) {
        fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
      } else if (booking != null) {
        fixture.core.bookingDesk().confirm(booking.id(), byAdmin());
      }
    }

    private static Change byAdmin() {
      return new Change(Actor.ADMIN, null, null, "");
    }

    private void handOver() {
      Booking booking = any();
      if (booking != null && booking.eventTypeSlug().equals("turns")) {
        String to = booking.isWith(fixture.ada.id()) ? "bea" : "ada";
        fixture.core.bookingDesk().handOver(booking.id(), to, byAdmin());
      }
    }

    private void fail() {
      When when = List.of(When.values()).get(random.nextInt(When.values().length));
      RemoteFault.FaultKind why =
          random.nextBoolean() ? RemoteFault.FaultKind.UNREACHABLE : RemoteFault.FaultKind.LATER;
      calendars.service.fail(when, why);
    }

    private void otherCalendar() {
      if (random.nextInt(4) == 0) {
        Host host = hosts.get(random.nextInt(hosts.size()));
        Connected its = connected.get(host);
        calendars.receive(host, random.nextBoolean() ? its.home() : its.work());
      }
    }

    /// Delivers in any order, sometimes twice, now here, now there.
    private void deliverSome() {
      List<Message> due = new ArrayList<>(calendars.due());
      java.util.Collections.shuffle(due, random);
      for (Message message : due.subList(0, Math.min(due.size(), random.nextInt(6)))) {
        CalendarWriter node = nodes.get(random.nextInt(nodes.size()));
        calendars.deliver(node, message);
        if (random.nextInt(4) == 0) {
          calendars.deliver(node, message);
        }
      }
      if (random.nextInt(3) == 0) {
        fixture.clock.advance(Duration.ofMinutes(3));
      }
    }

    private void check(Host host) {
      Map<String, String> expected = new TreeMap<>();
      bookings().stream()
          .filter(one -> one.isWith(host.id()))
          .collect(Collectors.groupingBy(Booking::meetingId))
          .forEach((id, seats) -> expected.put(id.toString(), said(seats)));
      Map<String, String> found = new TreeMap<>();
      List<String> both = new ArrayList<>();
      for (String calendar : List.of("home", "work")) {
        for (var entry : calendars.service.entries(host.handle().value(), calendar)) {
          both.add(calendar);
          found.put(
              String.valueOf(entry.meetingId()),
              entry.start() + " " + entry.end() + " " + sorted(entry.description()));
        }
      }

      assertThat(found).isEqualTo(expected);
      assertThat(both).as("one calendar, one event each").hasSize(expected.size());
      assertThat(both.stream().distinct().count()).isLessThanOrEqualTo(1);
      assertThat(calendars.problems.of(host.id())).isEmpty();
    }

    private static String said(List<Booking> seats) {
      Booking first = seats.getFirst();
      assertThat(first.hosts()).extracting(MeetingHost::id).doesNotHaveDuplicates();
      return first.start()
          + " "
          + first.end()
          + " "
          + seats.stream()
              .map(one -> one.invitee().name() + " " + one.invitee().email().value())
              .sorted()
              .collect(Collectors.joining("\n"));
    }

    private static String sorted(String description) {
      return description.lines().sorted().collect(Collectors.joining("\n"));
    }
  }
}
