package org.meetwright.core.calendar.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.calendar.Calendar;
import org.meetwright.core.calendar.CalendarChoices;
import org.meetwright.core.calendar.CalendarChoices.Choice;
import org.meetwright.core.calendar.CalendarChoices.ChooseOutcome;
import org.meetwright.core.calendar.CalendarWorld;
import org.meetwright.core.calendar.ConnectionState;
import org.meetwright.core.calendar.ScriptedProvider;
import org.meetwright.core.calendar.account.CalendarConnections.AddOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.AskOutcome;
import org.meetwright.core.calendar.account.CalendarConnections.Change;
import org.meetwright.core.calendar.account.CalendarConnections.NewConnection;
import org.meetwright.core.calendar.account.CalendarConnections.SignInChange;
import org.meetwright.core.calendar.remote.AccountAccess;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.sync.CalendarSync.SyncOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class CalendarConnectionsTest {
  @Parameter DatabaseKind kind;
  private CalendarWorld world;
  private CalendarConnections connections;

  @BeforeEach
  void open() {
    world = new CalendarWorld(kind);
    connections = world.fixture.core.calendarConnections();
    world.provider.addCalendar("a");
    world.provider.addReadOnly("b");
  }

  @AfterEach
  void close() {
    world.close();
  }

  private ChooseOutcome receive(UUID calendar, boolean receives) {
    return world
        .fixture
        .core
        .calendarChoices()
        .choose(world.host, calendar, new Choice(null, null, receives));
  }

  @Test
  void connectsAnAccountWithItsCalendarsWhichCountAsBusy() {
    AddOutcome.Added added = world.connect();
    assertThat(connections.list(world.host)).containsExactly(added.connection());
    assertThat(added.connection().state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(added.connection().lastSyncedAt()).isNull();
    assertThat(world.calendars(added.connection().id()))
        .allSatisfy(one -> assertThat(one.use()).isEqualTo(new Calendar.Use(true, true, false)))
        .extracting(one -> one.remote().id(), one -> one.remote().mayWrite())
        .containsExactly(tuple("a", true), tuple("b", false));
    assertThat(world.fixture.core.outbox().list(null, "pending", 10))
        .extracting(message -> message.kind())
        .contains("calendar-sync");
  }

  @Test
  void connectsNothingIfTheServiceSaysNo() {
    assertThat(world.add("wrong"))
        .isEqualTo(new AddOutcome.Refused(FaultCode.SIGN_IN, "User or password are wrong."));
    world.provider.dropCalendar("a");
    world.provider.dropCalendar("b");
    assertThat(world.add(ScriptedProvider.PASSWORD))
        .isInstanceOfSatisfying(
            AddOutcome.Refused.class,
            refused -> assertThat(refused.why()).isEqualTo(FaultCode.NOT_FOUND));
    assertThat(connections.list(world.host)).isEmpty();
    assertThat(world.fixture.core.outbox().count("pending")).isZero();
  }

  @Test
  void connectsNoMoreThanAHostMayHave() {
    for (int i = 0; i < CalendarConnections.MOST; i++) {
      world.connect();
    }
    assertThat(world.add(ScriptedProvider.PASSWORD)).isEqualTo(new AddOutcome.TooMany(20));
    assertThat(connections.list(world.host)).hasSize(20);
  }

  @Test
  void refusesWhatCannotBeAnAccount() {
    for (AccountAccess wrong :
        List.of(
            new AccountAccess("", "", ""),
            new AccountAccess("https://x\r\nHost: y", "", ""),
            new AccountAccess("https://x/", "u".repeat(201), ""),
            new AccountAccess("https://x/", "", "p\n"))) {
      NewConnection added = new NewConnection(ProviderKind.CALDAV, "", wrong);
      assertThatThrownBy(() -> connections.add(world.host, added))
          .isInstanceOf(InvalidValueException.class);
    }
    NewConnection google = new NewConnection(ProviderKind.GOOGLE, "", CalendarWorld.access("x"));
    assertThatThrownBy(() -> connections.add(world.host, google))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("caldav");
  }

  @Test
  void callsAnAccountWithoutANameAsItsServer() {
    assertThat(FoundCalendars.nameOf(" ", "https://cal.example.org:8443/a?secret=1"))
        .isEqualTo("cal.example.org");
    assertThat(FoundCalendars.nameOf("", "webcal://cal.example.org/s3cret.ics"))
        .isEqualTo("cal.example.org");
    assertThat(FoundCalendars.nameOf("", "ada@example.org")).isEqualTo("example.org");
    assertThat(FoundCalendars.nameOf("Home", "ada@example.org")).isEqualTo("Home");
  }

  @Test
  void keepsPasswordsAndAddressesSealed() {
    world.connect();
    assertThat(world.fixture.dump())
        .doesNotContain(ScriptedProvider.PASSWORD)
        .doesNotContain("cal.example.org");
  }

  @Test
  void changesNameAndPausesAndGoesOn() {
    UUID id = world.connect().connection().id();
    assertThat(connections.change(world.host, id, new Change("Home", true, true)))
        .get()
        .satisfies(changed -> assertThat(changed.name()).isEqualTo("Home"))
        .satisfies(changed -> assertThat(changed.follows()).isTrue())
        .satisfies(changed -> assertThat(changed.state()).isEqualTo(ConnectionState.PAUSED));
    assertThat(world.fixture.core.connectedAccounts().open(id)).isEmpty();
    connections.change(world.host, id, new Change(null, false, null));
    assertThat(world.connection(id).state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(world.connection(id).name()).isEqualTo("Home");
    assertThat(world.fixture.core.connectedAccounts().open(id)).isPresent();
  }

  @Test
  void takesAnotherPasswordOnlyIfItWorks() {
    UUID id = world.connect().connection().id();
    world.provider.changePassword("another");
    assertThat(connections.signIn(world.host, id, new SignInChange(null, null, "wrong")))
        .isInstanceOf(AskOutcome.Refused.class);
    assertThat(connections.signIn(world.host, id, new SignInChange(null, null, "another")))
        .isInstanceOf(AskOutcome.Answered.class);
    assertThat(connections.refresh(world.host, id)).isInstanceOf(AskOutcome.Answered.class);
  }

  @Test
  void findsNewCalendarsWhichCountForNothingYet() {
    UUID id = world.connect().connection().id();
    world.provider.addCalendar("c");
    AskOutcome.Answered answered = (AskOutcome.Answered) connections.refresh(world.host, id);
    assertThat(answered.calendars())
        .filteredOn(one -> one.remote().id().equals("c"))
        .singleElement()
        .satisfies(one -> assertThat(one.use().isRead()).isFalse());
    assertThat(answered.calendars()).hasSize(3);
  }

  @Test
  void letsOneCalendarOfAHostReceiveWhichCanBeWritten() {
    List<Calendar> first = world.connect().calendars();
    List<Calendar> second = world.connect().calendars();
    assertThat(receive(first.get(0).id(), true)).isInstanceOf(ChooseOutcome.Chosen.class);
    assertThat(receive(first.get(1).id(), true)).isInstanceOf(ChooseOutcome.ReadOnly.class);
    assertThat(receive(second.get(0).id(), true)).isInstanceOf(ChooseOutcome.Chosen.class);
    Optional<Calendar> receiving =
        world.fixture.core.database().read(tx -> CalendarChoices.receiving(tx, world.host));
    assertThat(receiving).map(Calendar::id).contains(second.get(0).id());
    assertThat(world.calendars(first.get(0).connectionId())).noneMatch(one -> one.use().receives());
    receive(second.get(0).id(), false);
    assertThat(world.calendars(second.get(0).connectionId()))
        .noneMatch(one -> one.use().receives());
  }

  @Test
  void keepsHostsApart() {
    AddOutcome.Added added = world.connect();
    UUID id = added.connection().id();
    UUID calendar = added.calendars().getFirst().id();
    Host eve = world.fixture.addHost("eve");
    assertThat(connections.list(eve.id())).isEmpty();
    assertThat(connections.find(eve.id(), id)).isEmpty();
    assertThat(connections.calendars(eve.id(), id)).isEmpty();
    assertThat(connections.change(eve.id(), id, new Change("x", true, null))).isEmpty();
    assertThat(
            connections.signIn(
                eve.id(), id, new SignInChange(null, null, ScriptedProvider.PASSWORD)))
        .isEqualTo(new AskOutcome.NotFound());
    assertThat(connections.refresh(eve.id(), id)).isEqualTo(new AskOutcome.NotFound());
    assertThat(connections.remove(eve.id(), id, WrittenEvents.DELETE)).isFalse();
    var choices = world.fixture.core.calendarChoices();
    assertThat(choices.choose(eve.id(), calendar, new Choice(false, null, null)))
        .isEqualTo(new ChooseOutcome.NotFound());
    assertThat(choices.find(eve.id(), calendar)).isEmpty();
    assertThat(choices.believe(eve.id(), calendar)).isFalse();
    assertThat(world.fixture.core.calendarSync().sync(eve.id(), id))
        .isInstanceOf(SyncOutcome.NotFound.class);
    assertThat(world.connection(id)).isEqualTo(added.connection());
  }

  @Test
  void asksForPasswordsAgainIfTheKeysAreLost() {
    UUID id = world.connect().connection().id();
    assertThat(connections.forgetPasswords()).isEqualTo(1);
    assertThat(world.connection(id).state()).isEqualTo(ConnectionState.REAUTH);
    assertThat(world.connection(id).error()).contains("Sign in again");
    SignInChange alone = new SignInChange(null, null, ScriptedProvider.PASSWORD);
    assertThatThrownBy(() -> connections.signIn(world.host, id, alone))
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo("url"));
    connections.signIn(
        world.host,
        id,
        new SignInChange("https://cal.example.org/ada/", "ada", ScriptedProvider.PASSWORD));
    assertThat(world.connection(id).state()).isEqualTo(ConnectionState.ACTIVE);
    assertThat(world.connection(id).error()).isNull();
  }

  @Test
  void forgetsAnErasedHostsAccounts() {
    world.connect();
    world.fixture.core.erasure().eraseHost(world.host);
    assertThat(world.fixture.dump()).doesNotContain("Calendar a");
  }
}
