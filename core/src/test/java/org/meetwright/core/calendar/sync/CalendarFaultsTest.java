package org.meetwright.core.calendar.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarAlert.What;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.Doubt;
import org.meetwright.core.calendar.ScriptedProvider;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.sync.CalendarSync.Round;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.news.NewsItem;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.problem.Problem;

/// Whatever a service does, what is known of a calendar stays, and the host learns what he can do.
@ParameterizedClass
@EachDatabase
class CalendarFaultsTest {
  @Parameter DatabaseKind kind;
  private CalendarWorld world;
  private CalendarSync sync;
  private UUID id;

  @BeforeEach
  void open() {
    world = new CalendarWorld(kind);
    sync = world.fixture.core.calendarSync();
    world.provider.addCalendar("a");
    IntStream.rangeClosed(1, 9)
        .forEach(i -> world.put("a", "E" + i, "2026030%dT090000Z".formatted(i)));
    id = world.connect().connection().id();
    world.sync(id);
    assertThat(world.busy()).hasSize(9);
  }

  @AfterEach
  void close() {
    world.close();
  }

  private Round round() {
    Round round = sync.round(id);
    assertThat(round).isNotNull();
    return round;
  }

  private static RemoteFault fault(RemoteFault.FaultKind why) {
    return new RemoteFault(why, "The service said " + why + ".");
  }

  private List<NewsKind> notices() {
    return world.fixture.core.news().notices(world.host, null, 50).items().stream()
        .map(NewsItem::kind)
        .toList();
  }

  /// Returns what is mailed.
  private List<What> alerts() {
    return world.fixture.core.outbox().list(CalendarAlert.KIND, null, 50).stream()
        .map(CalendarAlert.KIND::read)
        .map(CalendarAlert::meaning)
        .toList();
  }

  private List<Problem.Code> problems() {
    return world.fixture.core.problems().of(world.host).stream().map(Problem::code).toList();
  }

  private Doubt doubt() {
    return world.calendar(id).progress().doubt();
  }

  @Test
  void takesNothingAwayIfAFeedIsEmptyUntilTheHostSaysSo() {
    world.provider.tellEverything();
    world.provider.empty("a");
    assertThat(round().next()).isEqualTo(Duration.ofMinutes(1));
    assertThat(doubt()).isEqualTo(Doubt.LISTING);
    assertThat(problems()).isEmpty();
    round();
    round();
    assertThat(world.provider.asked()).endsWith("null", "null");
    assertThat(world.busy()).hasSize(9);
    assertThat(doubt()).isEqualTo(Doubt.TOLD);
    assertThat(notices()).containsExactly(NewsKind.CALENDAR_DOUBTED);
    assertThat(alerts()).containsExactly(What.DOUBTED);
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_DOUBTED);
    assertThat(world.connection(id).error()).contains("9 events");
    assertThat(world.connection(id).errorCode()).isEqualTo(FaultCode.VANISHED);
    assertThat(world.fixture.core.calendarChoices().believe(world.host, world.calendar(id).id()))
        .isTrue();
    round();
    assertThat(world.busy()).isEmpty();
    assertThat(problems()).isEmpty();
    assertThat(world.connection(id).error()).isNull();
  }

  @Test
  void forgetsTheDoubtIfTheEventsComeBack() {
    world.provider.tellEverything();
    world.provider.empty("a");
    round();
    round();
    IntStream.rangeClosed(1, 9)
        .forEach(i -> world.put("a", "E" + i, "2026030%dT090000Z".formatted(i)));
    world.put("a", "New", "20260310T090000Z");
    round();
    assertThat(doubt()).isEqualTo(Doubt.NONE);
    assertThat(world.busy()).hasSize(10);
    assertThat(problems()).isEmpty();
  }

  @Test
  void takesNothingAwayIfACalendarIsGone() {
    world.provider.dropCalendar("a");
    round();
    round();
    assertThat(world.busy()).hasSize(9);
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_DOUBTED);
    assertThat(world.connection(id).error()).isEqualTo("The calendar is not there.");
    assertThat(world.connection(id).errorCode()).isEqualTo(FaultCode.CALENDAR_GONE);
    world.fixture.core.calendarChoices().believe(world.host, world.calendar(id).id());
    round();
    assertThat(world.busy()).isEmpty();
  }

  @Test
  void tellsTheHostOnceToSignInAgainAndKeepsTheTimes() {
    world.provider.changePassword("another");
    assertThat(world.sync(id))
        .isInstanceOfSatisfying(
            SyncOutcome.Failed.class,
            failed -> assertThat(failed.why()).isEqualTo(FaultCode.SIGN_IN));
    assertThat(world.connection(id).state()).isEqualTo(ConnectionState.REAUTH);
    assertThat(world.connection(id).error()).isEqualTo("User or password are wrong.");
    assertThat(world.connection(id).errorCode()).isEqualTo(FaultCode.SIGN_IN);
    int asked = world.provider.asked().size();
    assertThat(world.sync(id)).isInstanceOf(SyncOutcome.NotAsked.class);
    assertThat(world.provider.asked()).hasSize(asked);
    assertThat(notices()).containsExactly(NewsKind.CALENDAR_SIGN_IN);
    assertThat(alerts()).containsExactly(What.SIGN_IN);
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_SIGN_IN);
    assertThat(world.busy()).hasSize(9);
    world
        .fixture
        .core
        .calendarConnections()
        .signIn(world.host, id, new SignInChange(null, null, "another"));
    assertThat(world.sync(id)).isInstanceOf(SyncOutcome.Synced.class);
    assertThat(problems()).isEmpty();
    assertThat(world.connection(id).error()).isNull();
  }

  @Test
  void asksLessAndLessOftenWhileAServiceIsDown() {
    Duration last = Duration.ZERO;
    for (int i = 0; i < 6; i++) {
      world.provider.fail(fault(RemoteFault.FaultKind.UNREACHABLE));
      Duration next = round().next();
      assertThat(next).isGreaterThan(last).isLessThanOrEqualTo(Duration.ofMinutes(1L << i));
      last = next;
    }
    for (int i = 0; i < 20; i++) {
      world.provider.fail(fault(RemoteFault.FaultKind.UNREACHABLE));
      assertThat(round().next()).isLessThanOrEqualTo(Duration.ofHours(1));
    }
    assertThat(problems()).isEmpty();
    world.advance(Duration.ofMinutes(31));
    assertThat(problems()).containsExactly(Problem.Code.CALENDAR_FAILING);
    assertThat(world.busy()).hasSize(9);
    assertThat(sync.lags())
        .singleElement()
        .satisfies(lag -> assertThat(lag.oldest()).isEqualTo(Duration.ofMinutes(31)));
    assertThat(round().next()).isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
    assertThat(problems()).isEmpty();
    assertThat(sync.lags().getFirst().oldest()).isZero();
  }

  @Test
  void asksNoSoonerThanTheServiceWants() {
    Duration hour = Duration.ofHours(1);
    world.provider.fail(
        new RemoteFault(RemoteFault.FaultKind.LATER, "Too many requests.", hour, null));
    assertThat(round().next()).isEqualTo(hour);
    Duration second = Duration.ofSeconds(1);
    world.provider.fail(new RemoteFault(RemoteFault.FaultKind.LATER, "Too many.", second, null));
    assertThat(round().next()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void asksForEverythingAnewIfTheStateIsLost() {
    world.provider.delete("a", "E9");
    world.provider.fail(fault(RemoteFault.FaultKind.STATE_LOST));
    assertThat(round().fault()).isNull();
    assertThat(world.provider.asked()).containsExactly("null", "9", "null");
    assertThat(world.busy()).hasSize(8);
  }

  @Test
  void readsTheOtherCalendarsIfOneFails() {
    world.provider.addCalendar("b");
    UUID both = world.connect().connection().id();
    world.sync(both);
    world.provider.dropCalendar("b");
    world.put("a", "New", "20260320T090000Z");
    for (int i = 0; i < 3; i++) {
      sync.round(both);
    }
    assertThat(world.busy()).contains("2026-03-20T09:00-10:00 New");
    assertThat(world.connection(both).error()).isEqualTo("The calendar is not there.");
  }

  @Test
  void survivesWhatAProviderDoesWrong() {
    world.provider.meanwhile(
        () -> {
          throw new IllegalStateException("A mistake in a provider");
        });
    assertThat(world.sync(id)).isInstanceOf(SyncOutcome.Failed.class);
    assertThat(world.connection(id).error()).contains("log");
    assertThat(world.sync(id)).isInstanceOf(SyncOutcome.Synced.class);
    assertThat(world.connection(id).error()).isNull();
    assertThat(world.busy()).hasSize(9);
  }

  @Test
  void acceptsAPasswordThatWasRightAllAlong() {
    assertThat(
            world
                .fixture
                .core
                .calendarConnections()
                .signIn(world.host, id, new SignInChange(null, null, ScriptedProvider.PASSWORD)))
        .isNotNull();
    assertThat(world.busy()).hasSize(9);
  }
}
