package org.meetwright.core.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.Scope;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome;
import org.meetwright.core.account.MailedLinks.Purpose;
import org.meetwright.core.account.standing.HostHoldings;
import org.meetwright.core.account.standing.HostHoldings.TeamShare;
import org.meetwright.core.account.standing.HostStanding.Outcome;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.feed.CalendarFeed;
import org.meetwright.core.host.Host;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class HostStandingTest {
  private static final String TEN = "2026-03-03T15:00:00Z";

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Host ada;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    ada = fixture.ada;
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private SignInOutcome signIn() {
    return fixture
        .core
        .signIn()
        .signIn(new Attempt(ada.email(), "correct horse", null, Origin.at("127.0.0.1"), "test"));
  }

  @Test
  void letsNobodyInWhoIsSwitchedOffAndLetsHimInAgain() {
    fixture.core.passwordChanges().change(ada.id(), Passwords.hash("correct horse"), null);
    String session = ((SignInOutcome.SignedIn) signIn()).session().token();
    String token =
        fixture
            .core
            .access()
            .tokens()
            .create(ada.id(), new NewToken("t", Set.of(Scope.WRITE), null))
            .secret();
    String feed =
        fixture.core.feeds().add(ada.id(), "", CalendarFeed.FeedKind.BUSY).orElseThrow().token();
    String link =
        fixture
            .core
            .mailedLinks()
            .make(ada.id(), Purpose.PASSWORD, ada.email(), fixture.clock.instant().plusSeconds(60));
    Identity identity = new Identity("https://id.example.org", "1", ada.email());
    assertThat(fixture.core.linkedIdentities().find(identity)).isPresent();
    var caller = fixture.core.access().authenticate(token).orElseThrow();

    assertThat(fixture.core.hostStanding().disable(ada.id())).isEqualTo(new Outcome.Switched(1));

    assertThat(signIn()).isInstanceOf(SignInOutcome.Refused.class);
    assertThat(fixture.core.access().authenticate(session)).isEmpty();
    assertThat(fixture.core.access().authenticate(token)).isEmpty();
    assertThat(fixture.core.access().stillValid(List.of(caller.credential()))).isEmpty();
    assertThat(fixture.core.feeds().open(feed)).isEmpty();
    assertThat(fixture.core.passwordChanges().look(link)).isEmpty();
    assertThat(fixture.core.linkedIdentities().look(identity)).isEmpty();
    assertThat(fixture.core.linkedIdentities().find(identity)).isEmpty();
    assertThat(fixture.core.hostStanding().disable(ada.id())).isEqualTo(new Outcome.AlreadySo());

    assertThat(fixture.core.hostStanding().enable(ada.id())).isEqualTo(new Outcome.Switched(0));

    assertThat(signIn()).isInstanceOf(SignInOutcome.SignedIn.class);
    assertThat(fixture.core.access().authenticate(session)).isEmpty();
    assertThat(fixture.core.access().authenticate(token)).isPresent();
    assertThat(fixture.core.access().stillValid(List.of(caller.credential()))).hasSize(1);
    assertThat(fixture.core.feeds().open(feed)).isPresent();
    assertThat(fixture.core.linkedIdentities().find(identity)).isPresent();
    assertThat(fixture.core.hostStanding().enable(ada.id())).isEqualTo(new Outcome.AlreadySo());
  }

  @Test
  void takesNoBookingsOfAHostWhoIsSwitchedOffAndKeepsThoseThereAre() {
    EventType intro = fixture.addEventType(type -> type.reminders(60));
    Booking before = fixture.book(intro, TEN);
    int waiting = fixture.core.outbox().list(null, "pending", 100).size();
    assertThat(fixture.startsOn(intro, "2026-03-04")).isNotEmpty();

    fixture.core.hostStanding().disable(ada.id());

    assertThat(fixture.startsOn(intro, "2026-03-04")).isEmpty();
    assertThat(fixture.core.offerings().find("ada", "intro", null))
        .isInstanceOf(FindOutcome.Inactive.class);
    assertThat(fixture.tryBook(intro, "2026-03-04T15:00:00Z", "eve@example.com"))
        .isInstanceOfSatisfying(
            BookOutcome.NotOffered.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::code)
                    .contains(Reason.Code.INACTIVE));
    assertThat(fixture.core.bookings().find(before.id()).orElseThrow().status())
        .isEqualTo(BookingStatus.CONFIRMED);
    assertThat(fixture.core.outbox().list(null, "pending", 100)).hasSize(waiting);

    fixture.core.hostStanding().enable(ada.id());

    assertThat(fixture.startsOn(intro, "2026-03-04")).isNotEmpty();
    assertThat(fixture.core.offerings().find("ada", "intro", null))
        .isInstanceOf(FindOutcome.Found.class);
    fixture.book(intro, "2026-03-04T15:00:00Z", "eve@example.com");
  }

  @Test
  void skipsAMemberWhoIsSwitchedOffWhereMembersTakeTurns() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("sales", ada, bea);
    EventType turns =
        fixture.addEventType(
            type -> type.slug("turns").assignment(new Assignment.RoundRobin(team.id())));
    EventType together =
        fixture.addEventType(
            type -> type.slug("together").assignment(new Assignment.Collective(team.id())));

    fixture.core.hostStanding().disable(bea.id());

    for (String start : List.of(TEN, "2026-03-04T15:00:00Z")) {
      assertThat(fixture.book(turns, start).hosts())
          .extracting(MeetingHost::handle)
          .containsExactly(ada.handle());
    }
    assertThat(fixture.startsOn(together, "2026-03-05")).isEmpty();
    assertThat(fixture.core.offerings().find("sales", "turns", null))
        .isInstanceOf(FindOutcome.Found.class);
    assertThat(fixture.core.offerings().find("sales", "together", null))
        .isInstanceOf(FindOutcome.Inactive.class);
    assertThat(fixture.core.bookables().find("sales").orElseThrow().active()).isTrue();

    fixture.core.hostStanding().disable(ada.id());
    assertThat(fixture.core.offerings().find("sales", "turns", null))
        .isInstanceOf(FindOutcome.Inactive.class);
    assertThat(fixture.core.bookables().find("sales").orElseThrow().active()).isFalse();
  }

  @Test
  void freesTheFormerHandleWhenAHostIsRenamed() {
    fixture.addEventType(type -> type);
    Host bea = fixture.addHost("bea");

    Host renamed = fixture.core.hostStanding().rename(ada.id(), new Handle("lovelace"));

    assertThat(renamed.handle()).hasToString("lovelace");
    assertThat(fixture.core.offerings().find("lovelace", "intro", null))
        .isInstanceOf(FindOutcome.Found.class);
    assertThat(fixture.core.offerings().find("ada", "intro", null))
        .isInstanceOf(FindOutcome.Unknown.class);
    assertThat(fixture.core.bookables().find("ada")).isEmpty();
    assertThatThrownBy(() -> fixture.core.hostStanding().rename(bea.id(), new Handle("lovelace")))
        .isInstanceOf(InvalidValueException.class);
    assertThat(fixture.core.hostStanding().rename(bea.id(), new Handle("ada")).handle())
        .hasToString("ada");
  }

  @Test
  void tellsWhatAHostHas() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("sales", ada, bea);
    fixture.book(fixture.addEventType(type -> type), TEN);
    fixture.book(
        fixture.addEventType(
            type -> type.slug("together").assignment(new Assignment.Collective(team.id()))),
        "2026-03-04T15:00:00Z");
    fixture.core.access().sessions().begin(ada.id(), "test");

    HostHoldings has = fixture.core.hostStanding().holdings(ada.id());

    assertThat(has.meetings().upcoming()).isEqualTo(2);
    assertThat(has.meetings().own()).isEqualTo(1);
    assertThat(has.meetings().shared()).isEqualTo(1);
    assertThat(has.setup().eventTypes()).isEqualTo(1);
    assertThat(has.setup().schedules()).isEqualTo(1);
    assertThat(has.keys().sessions()).isEqualTo(1);
    assertThat(has.teams()).containsExactly(new TeamShare("sales", true, "bea"));
    assertThat(fixture.core.hostStanding().holdings(bea.id()).teams())
        .containsExactly(new TeamShare("sales", false, null));
  }

  @Test
  void switchesNobodyOnWhoIsErased() {
    assertThat(fixture.core.erasure().eraseHost(ada.id()))
        .isInstanceOf(ErasureOutcome.Erased.class);

    assertThat(fixture.core.hostStanding().enable(ada.id())).isEqualTo(new Outcome.Gone());
    assertThat(fixture.core.bookables().find("erased-" + ada.id().toString().replace("-", "")))
        .isEmpty();
  }
}
