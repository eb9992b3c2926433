package org.meetwright.core.team;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.ChangeOutcome;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason;

/// What is left of a team when its members are gone.
@ParameterizedClass
@EachDatabase
class EmptyTeamTest {
  @Parameter DatabaseKind kind;

  private Fixture fixture;
  private Host bea;
  private Team team;
  private EventType inTurn;
  private EventType together;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    bea = fixture.addHost("bea");
    team = fixture.addTeam("crew", bea);
    inTurn = offer(new Assignment.RoundRobin(team.id()));
    together = offer(new Assignment.Collective(team.id()));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private EventType offer(Assignment assignment) {
    String slug = assignment.word().toLowerCase(Locale.ROOT);
    return fixture
        .core
        .eventTypes()
        .add(new EventTypeBuilder(team.ownerId()).slug(slug).assignment(assignment).build());
  }

  private ErasureOutcome erase(Host host) {
    fixture.sql("UPDATE outbox SET state = 'done'");
    return fixture.core.erasure().eraseHost(host.id());
  }

  @Test
  void offersNothingAndNeverItsOwner() {
    assertThat(fixture.startsOn(inTurn, "2026-03-03")).isNotEmpty();
    assertThat(erase(bea)).isEqualTo(new ErasureOutcome.Erased(0, 0));

    for (EventType type : List.of(inTurn, together)) {
      assertThat(fixture.startsOn(type, "2026-03-03")).isEmpty();
      assertThat(fixture.found("crew", type.slug())).isEqualTo(type);
      assertThat(fixture.tryBook(type, "2026-03-03T15:00:00Z", "x@example.net"))
          .isInstanceOfSatisfying(
              BookOutcome.NotOffered.class,
              refused ->
                  assertThat(refused.reasons())
                      .extracting(Reason::code)
                      .containsExactly(Reason.Code.INACTIVE));
      assertThat(
              fixture
                  .core
                  .availability()
                  .reasonsAgainst(type, Instant.parse("2026-03-03T15:00:00Z")))
          .extracting(Reason::message)
          .containsExactly("The team has no members.");
    }
    assertThat(fixture.core.bookables().find("crew").orElseThrow().hosts()).isEmpty();
  }

  @Test
  void canBeReadChangedAndDeleted() {
    erase(bea);

    assertThat(fixture.core.teams().list(fixture.ada.id())).hasSize(1);
    assertThat(fixture.core.teams().find("crew").orElseThrow().members()).isEmpty();
    EventType renamed =
        fixture.replace(
            new EventTypeBuilder(fixture.ada.id())
                .id(inTurn.id())
                .slug(inTurn.slug())
                .name("Renamed")
                .assignment(inTurn.assignment())
                .build());
    assertThat(fixture.found("crew", inTurn.slug())).isEqualTo(renamed);
    fixture.replace(team, new TeamMember(fixture.ada.id(), 1, 0));
    assertThat(fixture.startsOn(inTurn, "2026-03-03")).isNotEmpty();
    fixture.replace(team);
    assertThat(fixture.startsOn(inTurn, "2026-03-03")).isEmpty();

    fixture.core.eventTypes().delete(fixture.ada.id(), inTurn.id());
    fixture.core.eventTypes().delete(fixture.ada.id(), together.id());
    assertThat(fixture.core.teams().delete(fixture.ada.id(), team.id()))
        .isInstanceOf(Teams.Deletion.Deleted.class);
  }

  @Test
  void isGoneWithItsOwner() {
    erase(bea);

    assertThat(erase(fixture.ada)).isEqualTo(new ErasureOutcome.Erased(0, 0));

    assertThat(fixture.core.bookables().find("crew")).isEmpty();
    assertThat(fixture.core.eventTypes().find(inTurn.id())).isEmpty();
    assertThat(fixture.addHost("crew").handle().value()).isEqualTo("crew");
  }

  @Test
  void isAMembersOnceItsOwnerIsErased() {
    Host cem = fixture.addHost("cem");
    fixture.replace(team, new TeamMember(bea.id(), 1, 0), new TeamMember(cem.id(), 1, 5));

    assertThat(erase(fixture.ada)).isEqualTo(new ErasureOutcome.Erased(0, 0));

    Team left = fixture.core.teams().find("crew").orElseThrow();
    assertThat(left.ownerId()).isEqualTo(cem.id());
    assertThat(left.members()).hasSize(2);
    assertThat(fixture.core.eventTypes().list(cem.id()))
        .extracting(EventType::id)
        .containsExactlyInAnyOrder(inTurn.id(), together.id());
    assertThat(fixture.startsOn(inTurn, "2026-03-03")).isNotEmpty();
  }

  @Test
  void isNotGivenToWhoWasOnlyInvited() {
    fixture.replace(team, new TeamMember(bea.id(), 1, 0, Membership.INVITED));

    erase(fixture.ada);

    assertThat(fixture.core.teams().find("crew")).isEmpty();
    assertThat(fixture.core.memberships().list(bea.id())).isEmpty();
  }

  @Test
  void leavesItsBookingsToBeCancelled() {
    Booking booking = fixture.book(inTurn, "2026-03-03T15:00:00Z");
    fixture.core.memberships().leave(bea.id(), team.id());

    Change change = Change.byInvitee("");
    assertThat(
            fixture
                .core
                .bookingDesk()
                .reschedule(booking.id(), Instant.parse("2026-03-03T16:00:00Z"), change))
        .isInstanceOf(ChangeOutcome.NotOffered.class);
    assertThat(fixture.core.bookingDesk().cancel(booking.id(), change))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }
}
