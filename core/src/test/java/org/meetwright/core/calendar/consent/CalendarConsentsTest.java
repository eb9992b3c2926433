package org.meetwright.core.calendar.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.calendar.CalendarAlert;
import org.meetwright.core.calendar.CalendarConnection;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.account.WrittenEvents;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome.Connected;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.Grant.Owner;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.InvalidValueException;

/// A host's way to a consent page and back.
@ParameterizedClass
@EachDatabase
class CalendarConsentsTest {
  private static final URI BACK = URI.create("https://meet.example.org/account/calendars/consent");

  @Parameter DatabaseKind kind;
  private final ScriptedOAuth service = new ScriptedOAuth();
  private Fixture fixture;
  private CalendarConsents consents;
  private Traveller ada;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind, new RemoteProviders(List.of(service)));
    consents = fixture.core.calendarConsents();
    ada = new Traveller(fixture.ada.id(), "session-1");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Begun begin(UUID connection) {
    return consents.begin(ada, ProviderKind.GOOGLE, BACK, connection).orElseThrow();
  }

  private Connected connect() {
    return (Connected) go(null);
  }

  private ConsentOutcome go(UUID connection) {
    Begun begun = begin(connection);
    return consents.end(ada, new Answer(begun.state(), service.consented(begun.state()), ""));
  }

  private CalendarConnection connection(UUID id) {
    return fixture.core.calendarConnections().find(fixture.ada.id(), id).orElseThrow();
  }

  @Test
  void connectsAnAccountWithItsCalendars() {
    Connected connected = connect();
    assertThat(connected.anew()).isFalse();
    assertThat(connected.connection().name()).isEqualTo("ada@gmail.example");
    assertThat(connected.connection().kind()).isEqualTo(ProviderKind.GOOGLE);
    assertThat(connected.calendars()).hasSize(1);
    assertThat(fixture.core.calendarSync().sync(fixture.ada.id(), connected.connection().id()))
        .isInstanceOf(SyncOutcome.Synced.class);
    assertThat(service.renewals).hasValue(0);
  }

  @Test
  void keepsNoTokenAndNoVerifierInTheClear() {
    begin(null);
    service.lengthenTokens(10_000);
    UUID id = connect().connection().id();
    assertThat(fixture.dump()).doesNotContain("refresh-", "access-").contains("v1.");
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    assertThat(fixture.core.calendarSync().sync(fixture.ada.id(), id))
        .isInstanceOf(SyncOutcome.Synced.class);
    assertThat(service.renewals).hasValue(1);
  }

  @Test
  void goesEachWayOnce() {
    Begun begun = begin(null);
    Answer answer = new Answer(begun.state(), service.consented(begun.state()), "");
    assertThat(consents.end(ada, answer)).isInstanceOf(Connected.class);
    assertThat(consents.end(ada, answer)).isInstanceOf(ConsentOutcome.Unknown.class);
  }

  @Test
  void letsNobodyElseGoTheWay() {
    Begun begun = begin(null);
    Answer answer = new Answer(begun.state(), service.consented(begun.state()), "");
    Traveller bob = new Traveller(fixture.addHost("bob").id(), "session-1");
    assertThat(consents.end(bob, answer)).isInstanceOf(ConsentOutcome.Unknown.class);
    assertThat(consents.end(new Traveller(ada.hostId(), "session-2"), answer))
        .isInstanceOf(ConsentOutcome.Unknown.class);
    assertThat(consents.end(ada, new Answer("", "code", "")))
        .isInstanceOf(ConsentOutcome.Unknown.class);
    // Nobody else's try ends it.
    assertThat(consents.end(ada, answer)).isInstanceOf(Connected.class);
  }

  @Test
  void lastsTenMinutes() {
    Begun begun = begin(null);
    Begun other = begin(null);
    fixture.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(consents.end(ada, new Answer(begun.state(), service.consented(begun.state()), "")))
        .isInstanceOf(Connected.class);
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(consents.end(ada, new Answer(other.state(), service.consented(other.state()), "")))
        .isInstanceOf(ConsentOutcome.Unknown.class);
  }

  @Test
  void keepsFewWaysOfAHost() {
    Begun first = begin(null);
    for (int i = 0; i < 20; i++) {
      begin(null);
    }
    assertThat(consents.end(ada, new Answer(first.state(), service.consented(first.state()), "")))
        .isInstanceOf(ConsentOutcome.Unknown.class);
  }

  @Test
  void connectsNothingIfTheHostDeclines() {
    Begun begun = begin(null);
    assertThat(consents.end(ada, new Answer(begun.state(), "", "access_denied")))
        .isInstanceOf(ConsentOutcome.Declined.class);
    assertThat(fixture.core.calendarConnections().list(fixture.ada.id())).isEmpty();
  }

  @Test
  void namesTheScopesThatAreMissing() {
    service.scopes = Set.of("extra");
    assertThat(go(null))
        .isInstanceOfSatisfying(
            ConsentOutcome.Refused.class,
            refused -> {
              assertThat(refused.why()).isEqualTo(FaultCode.CONSENT_PARTIAL);
              assertThat(refused.message()).contains("calendars", "tick all boxes");
            });
    assertThat(fixture.core.calendarConnections().list(fixture.ada.id())).isEmpty();
  }

  @Test
  void refusesAccessThatDoesNotLast() {
    service.lasting = false;
    assertThat(go(null))
        .isInstanceOfSatisfying(
            ConsentOutcome.Refused.class,
            refused -> assertThat(refused.message()).contains("no lasting access"));
  }

  @Test
  void refusesAnotherAccountThanBefore() {
    UUID id = connect().connection().id();
    service.owner = new Owner("subject-2", "bob@gmail.example");
    assertThat(go(id))
        .isInstanceOfSatisfying(
            ConsentOutcome.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(FaultCode.OTHER_ACCOUNT));
    assertThat(connection(id).name()).isEqualTo("ada@gmail.example");
    assertThat(fixture.core.calendarConnections().list(fixture.ada.id())).hasSize(1);
  }

  @Test
  void signsInAgainToAnAccountThatIsConnected() {
    UUID id = connect().connection().id();
    Connected again = connect();
    assertThat(again.anew()).isTrue();
    assertThat(again.connection().id()).isEqualTo(id);
  }

  @Test
  void tellsTheHostOnceThatTheConsentNoLongerHolds() {
    UUID id = connect().connection().id();
    service.withdraw();
    for (int i = 0; i < 3; i++) {
      fixture.core.calendarSync().sync(fixture.ada.id(), id);
    }
    assertThat(connection(id).state()).isEqualTo(ConnectionState.REAUTH);
    assertThat(fixture.core.outbox().list(CalendarAlert.KIND, "pending", 10)).hasSize(1);
    assertThat(service.renewals).hasValue(1);

    assertThat(go(id)).isInstanceOf(Connected.class);
    assertThat(connection(id).state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(fixture.core.calendarSync().sync(fixture.ada.id(), id))
        .isInstanceOf(SyncOutcome.Synced.class);
    assertThat(connection(id).error()).isNull();
  }

  @Test
  void givesTheConsentBackWithTheLastAccountThatNeedsIt() {
    UUID id = connect().connection().id();
    UUID host = fixture.ada.id();
    Traveller bob = new Traveller(fixture.addHost("bob").id(), "session-2");
    Begun begun = consents.begin(bob, ProviderKind.GOOGLE, BACK, null).orElseThrow();
    Connected other =
        (Connected)
            consents.end(bob, new Answer(begun.state(), service.consented(begun.state()), ""));
    fixture.core.calendarConnections().remove(host, id, WrittenEvents.DELETE);
    assertThat(service.revoked()).isEmpty();
    fixture
        .core
        .calendarConnections()
        .remove(bob.hostId(), other.connection().id(), WrittenEvents.KEEP);
    assertThat(service.revoked()).hasSize(1);
  }

  @Test
  void disconnectsAlthoughTheServiceFails() {
    UUID id = connect().connection().id();
    service.fail(new RemoteFault(FaultCode.FAILED, "It fails."));
    assertThat(
            fixture.core.calendarConnections().remove(fixture.ada.id(), id, WrittenEvents.DELETE))
        .isTrue();
    assertThat(fixture.core.calendarConnections().list(fixture.ada.id())).isEmpty();
    assertThat(service.revoked()).isEmpty();
  }

  @Test
  void asksForTheConsentAgainOnceTheKeysAreLost() {
    UUID id = connect().connection().id();
    assertThat(fixture.core.calendarConnections().forgetPasswords()).isEqualTo(1);
    assertThat(connection(id).state()).isEqualTo(ConnectionState.REAUTH);
    service.owner = new Owner("subject-2", "bob@gmail.example");
    assertThat(go(id)).isInstanceOf(ConsentOutcome.Refused.class);
    service.owner = new Owner("subject-1", "ada@gmail.example");
    assertThat(go(id)).isInstanceOf(Connected.class);
  }

  @Test
  void offersWhatIsSetUpAlone() {
    assertThat(consents.offered()).containsExactly(ProviderKind.GOOGLE);
    assertThatThrownBy(() -> consents.begin(ada, ProviderKind.CALDAV, BACK, null))
        .isInstanceOf(InvalidValueException.class);
    assertThat(consents.begin(ada, ProviderKind.GOOGLE, BACK, UUID.randomUUID())).isEmpty();
  }
}
