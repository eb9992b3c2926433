package org.meetwright.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;

/// Nobody is met in a team without having said yes.
@ParameterizedClass
@EachDatabase
@Tag("attack")
class MembershipsTest {
  private static final String START = "2026-03-03T15:00:00Z";

  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Host ada;
  private Host mallory;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    ada = fixture.ada;
    mallory = fixture.addHost("mallory");
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Team wish(Host owner, Host... members) {
    return new Team(
        Ids.next(),
        owner.id(),
        new Handle("crew"),
        "Crew",
        Stream.of(members).map(member -> new TeamMember(member.id(), 1, 0)).toList());
  }

  private Team add(Host owner, Host... members) {
    return fixture.core.teams().add(owner, wish(owner, members));
  }

  private EventType offer(Team team, Assignment assignment) {
    return fixture
        .core
        .eventTypes()
        .add(
            new EventTypeBuilder(team.ownerId())
                .slug(assignment.word().toLowerCase(Locale.ROOT))
                .assignment(assignment)
                .build());
  }

  private EventType roundRobin(Team team) {
    return offer(team, new Assignment.RoundRobin(team.id()));
  }

  private EventType collective(Team team) {
    return offer(team, new Assignment.Collective(team.id()));
  }

  private static List<String> hosts(Booking booking) {
    return booking.hosts().stream().map(MeetingHost::handle).map(String::valueOf).toList();
  }

  private Membership membership(Team team, Host host) {
    return fixture.core.teams().find(team.id()).orElseThrow().members().stream()
        .filter(member -> member.hostId().equals(host.id()))
        .findFirst()
        .orElseThrow()
        .membership();
  }

  private long invitations() {
    return fixture.dump().lines().filter(line -> line.contains(TeamInvitation.KIND + " |")).count();
  }

  @Test
  void takesNobodyWhoHasNotAccepted() {
    Team team = add(mallory, ada);
    EventType type = roundRobin(team);

    assertThat(membership(team, ada)).isEqualTo(Membership.INVITED);
    assertThat(fixture.startsOn(type, "2026-03-03")).isEmpty();
    assertThat(fixture.tryBook(type, START, "x@example.net"))
        .isInstanceOf(BookOutcome.NotOffered.class);
    assertThat(fixture.core.bookables().find("crew").orElseThrow().hosts()).isEmpty();
    assertThat(fixture.core.teams().list(ada.id())).isEmpty();

    assertThat(fixture.core.memberships().accept(ada.id(), team.id()))
        .hasValueSatisfying(
            accepted -> assertThat(accepted.membership()).isEqualTo(Membership.MEMBER));

    assertThat(hosts(fixture.book(type, START, "x@example.net"))).containsExactly("ada");
    assertThat(fixture.core.teams().list(ada.id())).hasSize(1);
  }

  @Test
  void doesNotWaitForTheInvited() {
    fixture.busy(ada, "2026-03-03T14:00:00Z", "2026-03-03T23:00:00Z");
    Team team = add(mallory, mallory, ada);
    EventType together = collective(team);
    EventType inTurn = roundRobin(team);

    assertThat(hosts(fixture.book(together, START, "x@example.net"))).containsExactly("mallory");
    for (int hour = 16; hour < 20; hour++) {
      String start = "2026-03-03T" + hour + ":00:00Z";
      assertThat(hosts(fixture.book(inTurn, start, "x@example.net"))).containsExactly("mallory");
    }
    fixture.core.memberships().accept(ada.id(), team.id());
    assertThat(fixture.startsOn(together, "2026-03-03")).isEmpty();
  }

  @Test
  void invitesOnceAndKeepsWhatWasAnswered() {
    Team team = add(mallory, mallory, ada);
    assertThat(invitations()).isEqualTo(1);
    assertThat(membership(team, mallory)).isEqualTo(Membership.MEMBER);

    assertThat(fixture.core.teams().replace(mallory, again(team, ada))).isPresent();
    assertThat(invitations()).isEqualTo(1);
    fixture.core.memberships().accept(ada.id(), team.id());
    assertThat(fixture.core.teams().replace(mallory, again(team, ada, mallory))).isPresent();
    assertThat(membership(team, ada)).isEqualTo(Membership.MEMBER);

    assertThat(fixture.core.memberships().leave(ada.id(), team.id())).isTrue();
    assertThat(fixture.core.memberships().leave(ada.id(), team.id())).isFalse();
    assertThat(fixture.core.teams().replace(mallory, again(team, ada, mallory))).isPresent();
    assertThat(membership(team, ada)).isEqualTo(Membership.INVITED);
    assertThat(invitations()).isEqualTo(2);
  }

  private static Team again(Team team, Host... members) {
    return new Team(
        team.id(),
        team.ownerId(),
        team.handle(),
        team.name(),
        Stream.of(members).map(member -> new TeamMember(member.id(), 1, 0)).toList());
  }

  @Test
  void letsAnAdminAddOutright() {
    Host root =
        fixture
            .core
            .hosts()
            .add(
                new NewHost(
                    new Handle("root"),
                    "Root",
                    new EmailAddress("root@example.org"),
                    ada.timeZone(),
                    ada.locale(),
                    null,
                    Role.ADMIN));

    Team team = add(root, ada, mallory);

    assertThat(team.accepted()).hasSize(2);
    assertThat(invitations()).isZero();
    assertThat(hosts(fixture.book(collective(team), START, "x@example.net"))).hasSize(2);
  }

  @Test
  void letsHostsSeeAcceptAndLeaveTheirOwnMembershipsAlone() {
    Team team = add(mallory, mallory, ada);

    assertThat(fixture.core.memberships().list(ada.id()))
        .extracting(each -> each.handle() + " " + each.owner().handle() + " " + each.membership())
        .containsExactly("crew mallory INVITED");
    Host bea = fixture.addHost("bea");
    assertThat(fixture.core.memberships().list(bea.id())).isEmpty();
    assertThat(fixture.core.memberships().accept(bea.id(), team.id())).isEmpty();
    assertThat(fixture.core.memberships().leave(bea.id(), team.id())).isFalse();
    assertThat(fixture.core.memberships().accept(ada.id(), Ids.next())).isEmpty();
    assertThat(membership(team, ada)).isEqualTo(Membership.INVITED);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesMeetingsThatStandToWhoLeaves(boolean together) {
    Team team = add(mallory, mallory, ada);
    fixture.core.memberships().accept(ada.id(), team.id());
    EventType type = together ? collective(team) : roundRobin(team);
    Booking first = fixture.book(type, START, "x@example.net");
    Booking second = fixture.book(type, "2026-03-03T16:00:00Z", "x@example.net");

    fixture.core.memberships().leave(ada.id(), team.id());

    assertThat(fixture.core.bookings().find(first.id())).contains(first);
    assertThat(fixture.core.bookings().find(second.id())).contains(second);
    assertThat(hosts(fixture.book(type, "2026-03-03T17:00:00Z", "x@example.net")))
        .containsExactly("mallory");
  }
}
