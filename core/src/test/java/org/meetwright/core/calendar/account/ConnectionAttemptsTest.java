package org.meetwright.core.calendar.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.ScriptedProvider;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.calendar.sync.SyncNow;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class ConnectionAttemptsTest {
  @Parameter DatabaseKind kind;
  private CalendarWorld world;
  private CalendarConnections connections;

  @BeforeEach
  void open() {
    world = new CalendarWorld(kind);
    world.provider.addCalendar("a");
    connections = world.fixture.core.calendarConnections();
  }

  @AfterEach
  void close() {
    world.close();
  }

  private AddOutcome add(UUID host, String address, String user, String password) {
    AccountAccess access = new AccountAccess(address, user, password);
    return connections.add(host, new NewConnection(ProviderKind.CALDAV, "Work", access));
  }

  @Test
  void letNoHostTryPasswordsOfManyUsersOrAtManyServers() {
    for (int i = 0; i < ConnectionAttempts.OF_A_HOST.burst(); i++) {
      assertThat(add(world.host, "https://cal" + i + ".example.org/", "user" + i, "wrong"))
          .isInstanceOf(AddOutcome.Refused.class);
    }
    Duration step = ConnectionAttempts.OF_A_HOST.step();
    assertThat(world.add(ScriptedProvider.PASSWORD)).isEqualTo(new AddOutcome.TooManyTries(step));
    assertThat(connections.list(world.host)).isEmpty();
    UUID other = world.fixture.addHost("grace").id();
    assertThat(add(other, "https://cal.example.org/", "grace", ScriptedProvider.PASSWORD))
        .isInstanceOf(AddOutcome.Added.class);
    world.advance(step);
    assertThat(world.add(ScriptedProvider.PASSWORD)).isInstanceOf(AddOutcome.Added.class);
    assertThat(world.add(ScriptedProvider.PASSWORD)).isInstanceOf(AddOutcome.TooManyTries.class);
  }

  /// However many hosts there are, and however they write the address.
  @Test
  void letAllHostsTogetherTryFewPasswordsOfOneUser() {
    UUID other = world.fixture.addHost("grace").id();
    for (int i = 0; i < ConnectionAttempts.AS_A_USER.burst(); i++) {
      UUID host = i % 2 == 0 ? world.host : other;
      assertThat(add(host, "https://cal.example.org/" + i, i % 3 == 0 ? "Bob" : "bob", "wrong"))
          .isInstanceOf(AddOutcome.Refused.class);
    }
    assertThat(add(other, "http://CAL.example.org.:8080/x", "BOB", ScriptedProvider.PASSWORD))
        .isInstanceOf(AddOutcome.TooManyTries.class);
    assertThat(connections.list(other)).isEmpty();
    assertThat(add(other, "https://cal.example.org/", "eve", ScriptedProvider.PASSWORD))
        .isInstanceOf(AddOutcome.Added.class);
    assertThat(add(other, "https://dav.example.org/", "bob", ScriptedProvider.PASSWORD))
        .isInstanceOf(AddOutcome.Added.class);
  }

  @Test
  void countAnotherPasswordOfAnAccountToo() {
    UUID id = world.connect().connection().id();
    SignInChange wrong = new SignInChange(null, null, "wrong");
    for (int i = 1; i < ConnectionAttempts.AS_A_USER.burst(); i++) {
      assertThat(connections.signIn(world.host, id, wrong)).isInstanceOf(AskOutcome.Refused.class);
    }
    SignInChange right = new SignInChange(null, null, ScriptedProvider.PASSWORD);
    assertThat(connections.signIn(world.host, id, right))
        .isInstanceOf(AskOutcome.TooManyTries.class);
    world.advance(ConnectionAttempts.AS_A_USER.step());
    assertThat(connections.signIn(world.host, id, right)).isInstanceOf(AskOutcome.Answered.class);
  }

  @Test
  void letHostsWantOnlySoManyReadingsAtOnce() {
    UUID id = world.connect().connection().id();
    SyncNow now =
        new SyncNow(connections, world.fixture.core.calendarSync(), world.fixture.core.clock());
    for (int i = 0; i < ConnectionAttempts.READINGS_OF_A_HOST.burst(); i++) {
      assertThat(connections.countReading(world.host, id)).isZero();
    }
    int asked = world.provider.asked().size();
    assertThat(now.sync(world.host, id)).isInstanceOf(SyncOutcome.TooManyTries.class);
    assertThat(world.provider.asked()).hasSize(asked);
    // In its turn it is read all the same.
    assertThat(world.sync(id)).isInstanceOf(SyncOutcome.Synced.class);
    world.advance(ConnectionAttempts.READINGS_OF_A_HOST.step());
    assertThat(now.sync(world.host, id)).isInstanceOf(SyncOutcome.Synced.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://cal.example.org/x",
        " webcal://CAL.Example.org:8443?token=1",
        "cal.example.org",
        "ada@cal.example.org",
        "https://ada:secret@cal.example.org./a@b",
        "https://cal.example.org\\@evil.example"
      })
  void knowAServerHoweverItIsWritten(String address) {
    assertThat(ConnectionAttempts.server(address)).isEqualTo("cal.example.org");
  }
}
