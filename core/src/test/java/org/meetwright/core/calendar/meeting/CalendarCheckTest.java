package org.meetwright.core.calendar.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.calendar.check.CollisionCheck;
import org.meetwright.core.calendar.meeting.CalendarProblems.CalendarProblem;
import org.meetwright.core.calendar.meeting.Calendars.Connected;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.problem.Problem;
import org.meetwright.core.team.Team;

/// Calendars that were not read just now are asked before a booking.
@ParameterizedClass
@EachDatabase
class CalendarCheckTest {
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
    read();
    calendars.fixture.clock.advance(Duration.ofSeconds(31));
  }

  @AfterEach
  void close() {
    calendars.close();
  }

  private void read() {
    calendars.fixture.core.calendarSync().sync(ada.id(), connected.connectionId());
    calendars.service.calls();
  }

  private void dentistAt(String start) {
    Instant from = Instant.parse(start);
    calendars.service.putByOther("ada", "work", from, from.plus(Duration.ofMinutes(20)));
  }

  private BookOutcome tryBook(String start) {
    return calendars.fixture.tryBook(type, start, "bob@example.com");
  }

  @Test
  void refusesATimeThatSomeoneElseHasJustTaken() {
    dentistAt(TEN);

    assertThat(tryBook(TEN)).isInstanceOf(BookOutcome.SlotTaken.class);
    assertThat(calendars.fixture.startsOn(type, "2026-03-05")).doesNotContain(TEN);
    assertThat(tryBook(ELEVEN)).isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void refusesAMoveToATimeThatSomeoneElseHasJustTaken() {
    Booking booking = calendars.fixture.book(type, ELEVEN);
    dentistAt(TEN);

    assertThat(
            calendars
                .fixture
                .core
                .bookingDesk()
                .reschedule(booking.id(), Instant.parse(TEN), Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.SlotTaken.class);
  }

  @Test
  void handsNoMeetingToAColleagueWhoHasJustBecomeBusy() {
    Host bea = calendars.fixture.addHost("bea");
    calendars.connect(bea);
    Team team = calendars.fixture.addTeam("team", ada, bea);
    type =
        calendars.fixture.addEventType(
            one -> one.slug("turns").assignment(new Assignment.RoundRobin(team.id())));
    Booking booking = calendars.fixture.book(type, TEN);
    Host to = booking.isWith(ada.id()) ? bea : ada;
    Instant from = Instant.parse(TEN);
    calendars.service.putByOther(
        to.handle().value(), "work", from, from.plus(Duration.ofMinutes(20)));
    calendars.fixture.clock.advance(Duration.ofSeconds(31));

    assertThat(
            calendars
                .fixture
                .core
                .bookingDesk()
                .handOver(
                    booking.id(), to.handle().value(), new Change(Actor.ADMIN, null, null, "")))
        .isInstanceOf(ChangeOutcome.SlotTaken.class);
  }

  @Test
  void forgetsTheTimeAgainOnceTheEventIsGone() {
    // Of many, one may vanish.
    for (int day = 10; day < 20; day++) {
      dentistAt("2026-03-" + day + "T02:00:00Z");
    }
    read();
    calendars.fixture.clock.advance(Duration.ofSeconds(31));
    dentistAt(TEN);
    assertThat(tryBook(TEN)).isInstanceOf(BookOutcome.SlotTaken.class);
    calendars.service.removeByOther("ada", "work", Instant.parse(TEN));
    calendars.fixture.clock.advance(Duration.ofHours(25));
    read();

    assertThat(tryBook(TEN)).isInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void asksNobodyWhatWasReadJustNow() {
    read();
    dentistAt(TEN);

    assertThat(tryBook(TEN)).isInstanceOf(BookOutcome.Booked.class);
    assertThat(calendars.service.calls()).isEmpty();
  }

  @Test
  void isNotKeptFromATimeByTheMeetingItself() {
    type = calendars.fixture.addEventType(one -> one.slug("long").duration(60).step(30));
    Booking booking = calendars.fixture.book(type, TEN);
    calendars.settle();
    calendars.fixture.clock.advance(Duration.ofMinutes(1));

    assertThat(
            calendars
                .fixture
                .core
                .bookingDesk()
                .reschedule(
                    booking.id(), Instant.parse("2026-03-05T15:30:00Z"), Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  private List<HistoryEntry> warnings(Booking booking) {
    return calendars.fixture.core.bookings().history(booking.id()).stream()
        .filter(entry -> entry.event() == BookingEvent.UNCHECKED)
        .toList();
  }

  @Test
  void booksWithAWarningWhenACalendarDoesNotAnswer() {
    calendars.service.hang(new CountDownLatch(1));

    Booking booking = Fixture.booked(tryBook(TEN));

    assertThat(warnings(booking))
        .singleElement()
        .satisfies(entry -> assertThat(entry.detail()).isEqualTo("Home, Work"));
  }

  @Test
  void tellsTheHostLaterIfWhatWasBookedCollides() throws Exception {
    CountDownLatch answering = new CountDownLatch(1);
    dentistAt(TEN);
    calendars.service.hang(answering);
    Fixture.booked(tryBook(TEN));
    answering.countDown();

    List<Message> checks = calendars.fixture.core.outbox().list(CollisionCheck.KIND, "pending", 10);
    assertThat(checks).hasSize(2);
    for (Message check : checks) {
      calendars.fixture.core.calendarCheck().deliver(CollisionCheck.KIND.read(check), check);
    }

    assertThat(
            calendars.fixture.core.news().notices(ada.id(), null, 50).items().stream()
                .map(item -> item.kind())
                .filter(one -> one == NewsKind.CALENDAR_COLLISION))
        .hasSize(1);
    assertThat(calendars.fixture.core.problems().of(ada.id()))
        .extracting(Problem::code)
        .containsExactly(Problem.Code.CALENDAR_COLLISION);
  }

  @Test
  void tellsWhatCollidesUntilOneOfTheTwoIsGone() {
    Booking booking = calendars.fixture.book(type, TEN);
    calendars.settle();
    read();
    assertThat(calendars.problems.of(ada.id())).isEmpty();
    dentistAt(TEN);
    read();

    CalendarProblem collision = calendars.problems.of(ada.id()).getFirst();
    assertThat(collision.kind()).isEqualTo(CalendarProblems.ProblemKind.COLLISION);
    assertThat(collision.booking().id()).isEqualTo(booking.id());
    assertThat(collision.calendar()).isEqualTo("Work");
    assertThat(String.valueOf(collision.there())).contains("2026-03-05T15:00");
    assertThat(collision.choices()).containsExactly(CalendarProblems.Choice.CANCEL);
    calendars.problems.choose(ada.id(), collision.id(), CalendarProblems.Choice.CANCEL);
    assertThat(calendars.problems.of(ada.id())).isEmpty();
    assertThat(calendars.fixture.core.bookings().find(booking.id()).orElseThrow().status())
        .isEqualTo(BookingStatus.CANCELLED);
  }

  @Test
  void tellsNothingOfWhatAHostBookedOver() {
    dentistAt(TEN);
    read();
    BookOutcome outcome =
        calendars.fixture.core.bookingDesk().bookOver(Fixture.request(type, TEN), ada.id());

    assertThat(outcome).isInstanceOf(BookOutcome.Booked.class);
    assertThat(calendars.problems.of(ada.id())).isEmpty();
  }

  @Test
  void asksNobodyAboutHostsWithoutCalendars() {
    Host bea = calendars.fixture.addHost("bea");
    EventType hers =
        calendars.fixture.core.eventTypes().add(new EventTypeBuilder(bea.id()).build());
    assertThat(calendars.fixture.tryBook(hers, TEN, "bob@example.com"))
        .isInstanceOf(BookOutcome.Booked.class);
    assertThat(calendars.service.calls()).isEmpty();
  }
}
