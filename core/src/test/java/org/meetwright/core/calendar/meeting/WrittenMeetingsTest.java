package org.meetwright.core.calendar.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.calendar.OwnEvents.Seen;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.meeting.CalendarProblems.Choice;
import org.meetwright.core.calendar.meeting.CalendarProblems.Outcome;
import org.meetwright.core.calendar.meeting.CalendarProblems.ProblemKind;
import org.meetwright.core.calendar.meeting.Calendars.Connected;
import org.meetwright.core.calendar.meeting.ScriptedService.When;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.EmailAddress;

/// Meetings stand in hosts' calendars as they are, once each, whatever happens on the way.
@ParameterizedClass
@EachDatabase
class WrittenMeetingsTest {
  private static final String NINE = "2026-03-05T14:00:00Z";
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";

  @Parameter DatabaseKind kind;
  private Calendars calendars;
  private Host ada;
  private Connected connected;
  private EventType type;

  @BeforeEach
  void open() {
    calendars = new Calendars(kind);
    ada = calendars.fixture.ada;
    connected = calendars.connect(ada);
    type = calendars.fixture.addEventType(one -> one);
  }

  @AfterEach
  void close() {
    calendars.close();
  }

  private Booking book(String start) {
    return calendars.fixture.book(type, start);
  }

  private void move(Booking booking, String start) {
    calendars
        .fixture
        .core
        .bookingDesk()
        .reschedule(booking.id(), Instant.parse(start), Change.byInvitee(""));
  }

  private void cancel(Booking booking) {
    calendars.fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
  }

  private Booking now(Booking booking) {
    return calendars.fixture.core.bookings().find(booking.id()).orElseThrow();
  }

  private static Instant end(String start) {
    return Instant.parse(start).plus(Duration.ofMinutes(30));
  }

  private void assertAt(String start) {
    assertThat(calendars.only(ada).start()).isEqualTo(start);
    assertThat(calendars.only(ada).end()).isEqualTo(end(start));
  }

  @Test
  void writesWhatIsBookedMovedAndCancelled() {
    Booking booking = book(TEN);
    calendars.settle();
    assertAt(TEN);
    assertThat(calendars.only(ada).uid()).isEqualTo(booking.calendarUid());
    assertThat(calendars.only(ada).description()).contains("Bob Brown", "bob@example.com");

    move(booking, ELEVEN);
    calendars.settle();
    assertAt(ELEVEN);
    assertThat(calendars.only(ada).uid()).isEqualTo(booking.calendarUid());

    cancel(booking);
    calendars.settle();
    assertThat(calendars.home(ada)).isEmpty();
  }

  @Test
  void asksForNothingIfNothingHasChanged() {
    book(TEN);
    calendars.settle();
    calendars.service.calls();

    assertThat(calendars.written.backfill(ada.id(), Duration.ZERO)).isEqualTo(1);
    calendars.settle();

    assertThat(calendars.service.calls()).isEmpty();
  }

  @Test
  void marksWhatWaitsForAnApprovalAndTakesAwayWhatIsDeclined() {
    type = calendars.fixture.addEventType(one -> one.slug("asks").approval());
    Booking booking = book(TEN);
    calendars.settle();
    assertThat(calendars.only(ada).tentative()).isTrue();

    calendars
        .fixture
        .core
        .bookingDesk()
        .confirm(booking.id(), new Change(Actor.HOST, ada.id(), null, ""));
    calendars.settle();
    assertThat(calendars.only(ada).tentative()).isFalse();

    Booking other = book(ELEVEN);
    calendars.settle();
    calendars
        .fixture
        .core
        .bookingDesk()
        .decline(other.id(), new Change(Actor.HOST, ada.id(), null, ""));
    calendars.settle();
    assertAt(TEN);
  }

  @Test
  void writesOneEventForAGroupWithAllWhoHaveASeat() {
    type = calendars.fixture.addEventType(one -> one.slug("group").seats(3));
    Booking first = book(TEN);
    Booking second = calendars.fixture.book(type, TEN, "eve@example.com");
    calendars.settle();
    assertThat(calendars.only(ada).description()).contains("bob@example.com", "eve@example.com");

    move(second, ELEVEN);
    calendars.settle();
    assertThat(calendars.home(ada)).hasSize(2);
    cancel(first);
    calendars.settle();
    assertAt(ELEVEN);
    assertThat(calendars.only(ada).description()).doesNotContain("bob@example.com");
  }

  @Test
  void takesAMeetingThatIsHandedOverFromOneHostToTheOther() {
    Host bea = calendars.fixture.addHost("bea");
    calendars.connect(bea);
    Team team = calendars.fixture.addTeam("team", ada, bea);
    type =
        calendars.fixture.addEventType(
            one -> one.slug("turns").assignment(new Assignment.RoundRobin(team.id())));
    Booking booking = book(TEN);
    calendars.settle();
    Host from = booking.isWith(ada.id()) ? ada : bea;
    Host to = booking.isWith(ada.id()) ? bea : ada;
    assertThat(calendars.home(from)).hasSize(1);

    calendars
        .fixture
        .core
        .bookingDesk()
        .handOver(booking.id(), to.handle().value(), new Change(Actor.ADMIN, null, null, ""));
    calendars.settle();
    assertThat(calendars.home(from)).isEmpty();
    assertThat(calendars.home(to)).hasSize(1);
  }

  @Test
  void movesWhatIsToComeIntoTheCalendarThatReceivesNow() {
    book(TEN);
    calendars.settle();

    calendars.receive(ada, connected.work());
    calendars.settle();

    assertThat(calendars.home(ada)).isEmpty();
    assertThat(calendars.service.entries("ada", "work")).hasSize(1);
  }

  @Test
  void writesWhatWasBookedBeforeACalendarWasConnected() {
    Host bea = calendars.fixture.addHost("bea");
    type = calendars.fixture.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
    book(TEN);
    calendars.connect(bea);
    calendars.settle();

    assertThat(calendars.home(bea)).hasSize(1);
  }

  @Test
  void writesMeetingsThatAreOverOnlyIfAskedTo() {
    Host bea = calendars.fixture.addHost("bea");
    type = calendars.fixture.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
    book(TEN);
    calendars.fixture.clock.advance(Duration.ofDays(10));
    calendars.connect(bea);
    calendars.settle();
    assertThat(calendars.home(bea)).isEmpty();

    assertThat(calendars.written.backfill(bea.id(), Duration.ofDays(3))).isZero();
    assertThat(calendars.written.backfillAll(Duration.ofDays(20), 60)).isEqualTo(1);
    calendars.settle();
    assertThat(calendars.home(bea)).hasSize(1);
  }

  @Test
  void forgetsWhoWasErasedInTheCalendarToo() {
    book(TEN);
    calendars.settle();
    calendars.fixture.clock.advance(Duration.ofDays(10));
    calendars.fixture.sql("UPDATE outbox SET state = 'done'");

    assertThat(calendars.fixture.core.erasure().eraseInvitee(new EmailAddress("bob@example.com")))
        .isInstanceOf(ErasureOutcome.Erased.class);
    calendars.settle();

    assertThat(calendars.only(ada).description()).doesNotContain("Bob", "bob@example.com");
  }

  @Test
  void keepsNothingOfAnErasedHost() {
    Booking booking = book(TEN);
    calendars.settle();
    Instant other = Instant.parse(ELEVEN);
    calendars.service.putByOther("ada", "work", other, other.plusSeconds(600));
    calendars.fixture.core.calendarSync().sync(ada.id(), connected.connectionId());
    assertThat(calendars.written.of(ada.id()))
        .containsExactly(
            new WrittenMeetings.StandingEvent(
                booking.meetingId(),
                connected.home(),
                booking.calendarUid(),
                "written",
                Instant.parse(TEN),
                end(TEN)));
    List<String> tables =
        List.of("calendar_connection", "calendar", "calendar_item", "busy_series", "meeting_event");
    assertThat(tables).allSatisfy(table -> assertThat(rows(table)).isPositive());

    // The mail about it is sent, but the calendar is not told any more.
    cancel(booking);
    calendars.fixture.sql("UPDATE outbox SET state = 'done'");
    assertThat(calendars.fixture.core.erasure().eraseHost(ada.id()))
        .isInstanceOf(ErasureOutcome.Erased.class);

    assertThat(tables).allSatisfy(table -> assertThat(rows(table)).isZero());
  }

  private long rows(String table) {
    try (var connection = calendars.fixture.database.connect();
        var statement = connection.createStatement();
        var result = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      result.next();
      return result.getLong(1);
    } catch (java.sql.SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void endsInOneEventAfterALostAnswer() {
    calendars.service.fail(When.AFTER, RemoteFault.FaultKind.UNREACHABLE);
    Booking booking = book(TEN);
    assertThat(calendars.deliver()).contains("UNREACHABLE");
    calendars.settle();
    assertAt(TEN);

    calendars.service.fail(When.AFTER, RemoteFault.FaultKind.UNREACHABLE);
    move(booking, ELEVEN);
    calendars.deliver();
    calendars.settle();
    assertAt(ELEVEN);

    calendars.service.fail(When.AFTER, RemoteFault.FaultKind.UNREACHABLE);
    cancel(booking);
    calendars.deliver();
    calendars.settle();
    assertThat(calendars.home(ada)).isEmpty();
  }

  @Test
  void takesAwayWhatWasWrittenWithAnAnswerThatWasLost() {
    calendars.service.fail(When.AFTER, RemoteFault.FaultKind.UNREACHABLE);
    Booking booking = book(TEN);
    calendars.deliver();
    cancel(booking);
    calendars.settle();

    assertThat(calendars.home(ada)).isEmpty();
  }

  @Test
  void endsInOneEventIfTheProgramIsKilledBeforeItMarks() {
    calendars.service.fail(When.KILLED, RemoteFault.FaultKind.UNREACHABLE);
    Booking booking = book(TEN);
    assertThat(calendars.deliver()).contains("killed");
    assertThat(calendars.deliver()).contains("again");
    calendars.settle();
    assertAt(TEN);

    calendars.service.fail(When.KILLED, RemoteFault.FaultKind.UNREACHABLE);
    move(booking, ELEVEN);
    assertThat(calendars.deliver()).contains("killed");
    // What it had not heard of is no edit of the host.
    calendars.sync(ada, connected.home(), Set.of());
    move(booking, TEN);
    calendars.settle();
    assertAt(TEN);
    assertThat(calendars.problems.of(ada.id())).isEmpty();
  }

  @Test
  void waitsWhileAnotherNodeWrites() throws Exception {
    CountDownLatch answered = new CountDownLatch(1);
    Booking booking = book(TEN);
    Message first = calendars.due().getFirst();
    CalendarWriter one = calendars.node();
    CalendarWriter other = calendars.node();
    calendars.service.hang(answered);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<String> slow = threads.submit(() -> calendars.deliver(one, first));
      Patience.until(calendars.service::isAsked);
      move(booking, ELEVEN);
      Message second =
          calendars.due().stream()
              .filter(m -> !m.id().equals(first.id()))
              .findFirst()
              .orElseThrow();
      assertThat(calendars.deliver(other, second)).isEqualTo("again");
      answered.countDown();
      assertThat(slow.get()).isEqualTo("done");
    }
    calendars.settle();
    assertAt(ELEVEN);
  }

  @Test
  void writesOverWhatOnlyTheTitleOfWasChanged() {
    Booking booking = book(TEN);
    calendars.settle();
    calendars.service.edit("ada", "home", Instant.parse(TEN), end(TEN), "Bob!");
    calendars.sync(ada, connected.home(), Set.of());
    calendars.settle();
    assertThat(calendars.problems.of(ada.id())).isEmpty();
    assertThat(calendars.only(ada).title()).isEqualTo("Bob!");

    move(booking, ELEVEN);
    calendars.settle();
    assertAt(ELEVEN);
  }

  @Test
  void writesUnderAnotherUidWhereTheOldOneIsRefused() {
    calendars.service.rememberUids();
    Booking booking = book(TEN);
    calendars.settle();
    calendars.receive(ada, connected.work());
    calendars.settle();
    calendars.receive(ada, connected.home());
    calendars.settle();

    assertAt(TEN);
    assertThat(calendars.only(ada).uid()).isEqualTo(booking.calendarUid().replace("@", "-1@"));
  }

  @Test
  void goesOnTryingWhileTheServiceIsDown() {
    book(TEN);
    for (int minute = 0; minute < 10; minute++) {
      calendars.service.fail(When.BEFORE, RemoteFault.FaultKind.UNREACHABLE);
      assertThat(calendars.deliver()).containsExactly("UNREACHABLE");
      calendars.fixture.clock.advance(Duration.ofMinutes(1));
    }
    calendars.settle();
    assertAt(TEN);
  }

  @Test
  void saysThatACalendarTakesNoEvents() {
    book(TEN);
    calendars.service.fail(When.BEFORE, RemoteFault.FaultKind.READ_ONLY);
    assertThat(calendars.deliver()).containsExactly("parked");
    calendars.fixture.clock.advance(Duration.ofHours(1));

    assertThat(calendars.problems.of(ada.id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(ProblemKind.NOT_WRITTEN);
              assertThat(one.error()).isEqualTo("read_only");
              assertThat(one.choices()).containsExactly(Choice.PUT_BACK);
            });
    UUID id = calendars.problems.of(ada.id()).getFirst().id();
    assertThat(calendars.problems.choose(ada.id(), id, Choice.PUT_BACK))
        .isInstanceOf(Outcome.Settled.class);
    calendars.settle();
    assertAt(TEN);
    assertThat(calendars.problems.of(ada.id())).isEmpty();
  }

  private Booking movedThere() {
    Booking booking = book(TEN);
    calendars.settle();
    calendars.service.edit("ada", "home", Instant.parse(NINE), end(NINE), "x");
    calendars.sync(ada, connected.home(), Set.of());
    calendars.settle();
    return booking;
  }

  private void choose(Choice choice) {
    UUID id = calendars.problems.of(ada.id()).getFirst().id();
    assertThat(calendars.problems.choose(ada.id(), id, choice)).isInstanceOf(Outcome.Settled.class);
    calendars.settle();
    assertThat(calendars.problems.of(ada.id())).isEmpty();
    assertThat(calendars.problems.choose(ada.id(), id, choice))
        .isInstanceOf(Outcome.NotFound.class);
  }

  private List<NewsKind> notices() {
    return calendars.fixture.core.news().notices(ada.id(), null, 50).items().stream()
        .map(item -> item.kind())
        .filter(one -> one == NewsKind.CALENDAR_EVENT_CHANGED)
        .toList();
  }

  @Test
  void tellsTheHostThatHeHasMovedAMeetingAndLeavesItThere() {
    Booking booking = movedThere();

    assertThat(calendars.problems.of(ada.id()))
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.kind()).isEqualTo(ProblemKind.MOVED);
              assertThat(one.booking().id()).isEqualTo(booking.id());
              assertThat(one.there().startInclusive()).isEqualTo(NINE);
              assertThat(one.calendar()).isEqualTo("Home");
            });
    assertThat(notices()).hasSize(1);
    assertThat(now(booking).start()).isEqualTo(TEN);
    assertThat(calendars.only(ada).start()).isEqualTo(NINE);
    // Seen once more, it is no news.
    calendars.sync(ada, connected.home(), Set.of());
    calendars.settle();
    assertThat(notices()).hasSize(1);
  }

  @Test
  void movesTheMeetingWhereTheHostHasMovedItsEventIfHeSaysSo() {
    Booking booking = movedThere();
    choose(Choice.FOLLOW);
    assertThat(now(booking).start()).isEqualTo(NINE);
    assertAt(NINE);
  }

  @Test
  void putsAMovedEventBackIfTheHostSaysSo() {
    Booking booking = movedThere();
    choose(Choice.PUT_BACK);
    assertThat(now(booking).start()).isEqualTo(TEN);
    assertAt(TEN);
  }

  @Test
  void cancelsAMeetingIfTheHostSaysSo() {
    Booking booking = movedThere();
    choose(Choice.CANCEL);
    assertThat(now(booking).status().holdsTime()).isFalse();
    assertThat(calendars.home(ada)).isEmpty();
  }

  @Test
  void forgetsItIfTheHostMovesItBackHimself() {
    movedThere();
    calendars.service.edit("ada", "home", Instant.parse(TEN), end(TEN), "x");
    calendars.sync(ada, connected.home(), Set.of());
    calendars.settle();
    assertThat(calendars.problems.of(ada.id())).isEmpty();
  }

  private Booking deletedThere() {
    Booking booking = book(TEN);
    calendars.settle();
    calendars.sync(ada, connected.home(), calendars.service.clear("ada", "home"));
    calendars.settle();
    return booking;
  }

  @Test
  void tellsTheHostThatHeHasDeletedAMeeting() {
    Booking booking = deletedThere();

    assertThat(calendars.problems.of(ada.id()))
        .singleElement()
        .satisfies(one -> assertThat(one.kind()).isEqualTo(ProblemKind.DELETED));
    assertThat(notices()).hasSize(1);
    assertThat(now(booking).status().holdsTime()).isTrue();
    assertThat(calendars.home(ada)).isEmpty();
    choose(Choice.FOLLOW);
    assertThat(now(booking).status().holdsTime()).isFalse();
  }

  @Test
  void putsADeletedEventBackUnderAnotherUidIfItHasTo() {
    calendars.service.rememberUids();
    deletedThere();
    choose(Choice.PUT_BACK);
    assertAt(TEN);
  }

  @Test
  void writesADeletedEventAgainWhenTheMeetingMoves() {
    Booking booking = deletedThere();
    move(booking, ELEVEN);
    calendars.settle();
    assertAt(ELEVEN);
    assertThat(calendars.problems.of(ada.id())).isEmpty();
  }

  @Test
  void followsAtOnceWhereTheHostWantsThat() {
    calendars.connections.change(
        ada.id(), connected.connectionId(), new CalendarConnections.Change(null, null, true));
    Booking booking = movedThere();
    assertThat(now(booking).start()).isEqualTo(NINE);
    assertAt(NINE);
    assertThat(calendars.problems.of(ada.id())).isEmpty();

    calendars.sync(ada, connected.home(), calendars.service.clear("ada", "home"));
    calendars.settle();
    assertThat(now(booking).status().holdsTime()).isFalse();
  }

  @Test
  void asksTheHostWhereItCannotFollow() {
    calendars.connections.change(
        ada.id(), connected.connectionId(), new CalendarConnections.Change(null, null, true));
    Booking booking = book(TEN);
    calendars.settle();
    String night = "2026-03-05T04:00:00Z";
    calendars.service.edit("ada", "home", Instant.parse(night), end(night), "x");
    calendars.sync(ada, connected.home(), Set.of());
    calendars.settle();

    assertThat(now(booking).start()).isEqualTo(TEN);
    assertThat(calendars.problems.of(ada.id())).hasSize(1);
    assertThat(notices()).hasSize(1);
  }

  @Test
  void believesNoRoundThatSawWhatStoodThereBefore() {
    Booking booking = book(TEN);
    calendars.settle();
    var before = calendars.only(ada);
    move(booking, ELEVEN);
    calendars.settle();
    calendars.written.saw(
        connected.home(),
        List.of(new Seen(ScriptedService.id(before.uid()), before.start(), before.end())),
        Set.of());
    calendars.settle();

    assertThat(calendars.problems.of(ada.id())).isEmpty();
    assertThat(now(booking).start()).isEqualTo(ELEVEN);
  }

  @Test
  void knowsItsEventsByIdMarkerAndUidForTheirHostAlone() {
    Booking booking = book(TEN);
    calendars.settle();
    Host bea = calendars.fixture.addHost("bea");
    String marker = "X-MEETWRIGHT-MEETING:" + now(booking).meetingId() + "\r\n";
    var items =
        List.of(
            item(ScriptedService.id(booking.calendarUid()), "x", ""),
            item("/marked", "x", marker),
            item("/uid", booking.calendarUid(), ""),
            item("/generation", booking.calendarUid().replace("@", "-2@"), ""),
            item("/other", UUID.randomUUID() + "@meetwright", ""),
            item("/foreign", "x", "X-MEETWRIGHT-MEETING:" + UUID.randomUUID() + "\r\n"),
            item("/dentist", "dentist", ""));

    assertThat(among(ada, items))
        .containsExactlyInAnyOrder(
            ScriptedService.id(booking.calendarUid()), "/marked", "/uid", "/generation");
    assertThat(among(bea, items)).isEmpty();
  }

  private Set<String> among(Host host, List<RemoteItem> items) {
    return calendars
        .fixture
        .core
        .database()
        .read(tx -> calendars.written.among(tx, host.id(), items));
  }

  private static RemoteItem item(String id, String uid, String line) {
    return new RemoteItem(id, uid, null, "BEGIN:VEVENT\r\n" + line + "END:VEVENT\r\n");
  }
}
