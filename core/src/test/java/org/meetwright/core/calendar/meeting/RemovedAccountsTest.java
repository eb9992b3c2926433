package org.meetwright.core.calendar.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarChoices.ChooseOutcome;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.CalendarConnections;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.account.CalendarRemoval;
import org.meetwright.core.calendar.account.RemovalJob;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.meeting.Calendars.Connected;
import org.meetwright.core.calendar.meeting.ScriptedService.When;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.outbox.Delivery.Again;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.problem.Problem;

/// What becomes of events that were written into an account that is disconnected.
@ParameterizedClass
@EachDatabase
class RemovedAccountsTest {
  private static final String TEN = "2026-03-05T15:00:00Z";
  private static final String ELEVEN = "2026-03-05T16:00:00Z";

  @Parameter DatabaseKind kind;
  private Calendars calendars;
  private Host ada;
  private Connected connected;
  private Booking booking;

  @BeforeEach
  void open() {
    calendars = new Calendars(kind);
    ada = calendars.fixture.ada;
    connected = calendars.connect(ada);
    booking = calendars.fixture.book(calendars.fixture.addEventType(one -> one), TEN);
    calendars.settle();
    assertThat(calendars.home(ada)).hasSize(1);
  }

  @AfterEach
  void close() {
    calendars.close();
  }

  private boolean remove(WrittenEvents events) {
    return calendars.connections.remove(ada.id(), connected.connectionId(), events);
  }

  private List<ConnectionState> states() {
    return calendars.connections.list(ada.id()).stream().map(CalendarConnection::state).toList();
  }

  private List<Problem.Code> problems() {
    return calendars.fixture.core.problems().of(ada.id()).stream().map(Problem::code).toList();
  }

  /// Delivers the message about the removal, as the outbox does.
  ///
  /// @return `done`, `again` or `parked`
  private String look() {
    List<Message> messages =
        calendars.fixture.core.outbox().list(CalendarRemoval.KIND, "pending", 10);
    assertThat(messages).hasSize(1);
    Message message = messages.getFirst();
    RemovalJob job =
        new RemovalJob(
            calendars.fixture.core.database(),
            calendars.written,
            calendars.connections,
            calendars.fixture.clock);
    String state;
    try {
      job.deliver(CalendarRemoval.KIND.read(message), message);
      state = "done";
    } catch (Again later) {
      return "again";
    } catch (PermanentFailure never) {
      state = "parked";
    }
    calendars.fixture.sql(
        "UPDATE outbox SET state = '%s' WHERE id = '%s'".formatted(state, message.id()));
    return state;
  }

  private void fail(RemoteFault.FaultKind why) {
    for (int i = 0; i < 10; i++) {
      calendars.service.fail(When.BEFORE, why);
    }
  }

  @Test
  void deletesTheEventsOfMeetingsToComeThereAndIsForgottenThen() {
    assertThat(remove(WrittenEvents.DELETE)).isTrue();

    assertThat(states()).containsExactly(ConnectionState.REMOVING);
    assertThat(calendars.home(ada)).hasSize(1);
    assertThat(look()).isEqualTo("again");

    calendars.settle();
    assertThat(calendars.home(ada)).isEmpty();
    assertThat(look()).isEqualTo("done");
    assertThat(states()).isEmpty();
    assertThat(problems()).isEmpty();
    assertThat(calendars.written.of(ada.id())).isEmpty();
  }

  @Test
  void leavesTheEventsOfMeetingsThatAreOverThere() {
    calendars.fixture.clock.set(ELEVEN);

    assertThat(remove(WrittenEvents.DELETE)).isTrue();

    assertThat(states()).isEmpty();
    calendars.settle();
    assertThat(calendars.home(ada)).hasSize(1);
  }

  @Test
  void keepsTheEventsIfTheHostWantsThat() {
    assertThat(remove(WrittenEvents.KEEP)).isTrue();

    assertThat(states()).isEmpty();
    calendars.settle();
    assertThat(calendars.home(ada)).hasSize(1);
  }

  @Test
  void isForgottenAtOnceIfTheEventsAreToBeKeptAfterAll() {
    remove(WrittenEvents.DELETE);
    assertThat(remove(WrittenEvents.DELETE)).isTrue();
    assertThat(states()).containsExactly(ConnectionState.REMOVING);

    assertThat(remove(WrittenEvents.KEEP)).isTrue();

    assertThat(states()).isEmpty();
    assertThat(look()).isEqualTo("done");
    assertThat(remove(WrittenEvents.KEEP)).isFalse();
    assertThat(problems()).isEmpty();
  }

  @Test
  void isDeletedThereAlsoWhilePaused() {
    calendars.connections.change(
        ada.id(), connected.connectionId(), new CalendarConnections.Change(null, true, null));

    remove(WrittenEvents.DELETE);
    calendars.settle();

    assertThat(calendars.home(ada)).isEmpty();
    assertThat(look()).isEqualTo("done");
  }

  @Test
  void waitsForAServiceThatIsDownButNotForEver() {
    fail(RemoteFault.FaultKind.UNREACHABLE);
    remove(WrittenEvents.DELETE);
    calendars.deliver();
    assertThat(look()).isEqualTo("again");

    calendars.fixture.clock.advance(Duration.ofMinutes(59));
    assertThat(look()).isEqualTo("again");
    calendars.fixture.clock.advance(Duration.ofMinutes(2));
    assertThat(look()).isEqualTo("parked");

    assertThat(states()).isEmpty();
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_EVENTS_LEFT);
    calendars.service.failNoMore();
    calendars.settle();
    assertThat(calendars.home(ada)).hasSize(1);
  }

  @Test
  void doesNotGiveUpBeforeItWasTried() {
    remove(WrittenEvents.DELETE);
    calendars.fixture.clock.advance(Duration.ofHours(5));

    assertThat(look()).isEqualTo("again");
  }

  @Test
  void doesNotWaitWhereThePasswordIsRefused() {
    fail(RemoteFault.FaultKind.SIGN_IN);
    remove(WrittenEvents.DELETE);
    calendars.deliver();

    assertThat(look()).isEqualTo("parked");
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_EVENTS_LEFT);
  }

  @Test
  void takesNothingUpThatIsBookedMeanwhile() {
    remove(WrittenEvents.DELETE);
    calendars.fixture.core.bookingDesk().cancel(booking.id(), Change.byInvitee(""));
    calendars.settle();

    assertThat(calendars.home(ada)).isEmpty();
    assertThat(look()).isEqualTo("done");
  }

  @Test
  void movesTheMeetingsToTheCalendarThatIsChosenNext() {
    Connected other = calendars.connect(ada, "other");
    remove(WrittenEvents.DELETE);
    calendars.settle();

    assertThat(calendars.home(ada)).isEmpty();
    assertThat(calendars.service.entries("other", "home")).hasSize(1);
    assertThat(look()).isEqualTo("done");
    assertThat(calendars.connections.find(ada.id(), other.connectionId())).isPresent();
  }

  @Test
  void cannotBeUsedAnyMore() {
    remove(WrittenEvents.DELETE);
    CalendarConnections connections = calendars.connections;

    assertThat(connections.change(ada.id(), connected.connectionId(), pause(false)))
        .hasValueSatisfying(
            account -> assertThat(account.state()).isEqualTo(ConnectionState.REMOVING));
    assertThat(
            connections.signIn(
                ada.id(), connected.connectionId(), new SignInChange(null, null, "pw")))
        .isEqualTo(new AskOutcome.NotFound());
    assertThat(calendars.choices.choose(ada.id(), connected.home(), new Choice(true, null, true)))
        .isEqualTo(new ChooseOutcome.NotFound());
    assertThat(calendars.fixture.core.calendarSync().sync(ada.id(), connected.connectionId()))
        .isInstanceOf(SyncOutcome.NotAsked.class);
    assertThat(calendars.written.isWritten(ada.id())).isFalse();
  }

  private static CalendarConnections.Change pause(boolean paused) {
    return new CalendarConnections.Change(null, paused, null);
  }
}
