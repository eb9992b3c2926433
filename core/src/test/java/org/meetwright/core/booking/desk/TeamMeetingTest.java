package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.offering.FindOutcome;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;

@ParameterizedClass
@EachDatabase
class TeamMeetingTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";
  private static final String DAY = "2026-03-03";
  private static final Change BY_INVITEE = Change.byInvitee("");

  private Host ada;
  private Host bea;
  private Host cem;
  private int invitees;

  @BeforeEach
  void open() {
    ada = fixture.ada;
    bea = fixture.addHost("bea");
    cem = fixture.addHost("cem");
  }

  private EventType roundRobin(Team team, UnaryOperator<EventTypeBuilder> change) {
    return fixture.addEventType(
        t -> change.apply(t.slug("in-turn").assignment(new Assignment.RoundRobin(team.id()))));
  }

  private EventType collective(Team team, UnaryOperator<EventTypeBuilder> change) {
    return fixture.addEventType(
        t -> change.apply(t.slug("together").assignment(new Assignment.Collective(team.id()))));
  }

  private EventType own(Host host, String slug) {
    return fixture.core.eventTypes().add(new EventTypeBuilder(host.id()).slug(slug).build());
  }

  private Booking next(EventType type, String start) {
    fixture.clock.advance(Duration.ofMillis(1));
    return fixture.book(type, start, "invitee" + invitees++ + "@example.com");
  }

  private BookOutcome tryNext(EventType type, String start) {
    return fixture.tryBook(type, start, "invitee" + invitees++ + "@example.com");
  }

  private static String host(Booking booking) {
    assertThat(booking.hosts()).hasSize(1);
    return booking.hosts().getFirst().handle().value();
  }

  private static List<String> hosts(Booking booking) {
    return booking.hosts().stream().map(host -> host.handle().value()).toList();
  }

  private static TeamMember member(Host host, int weight, int priority) {
    return new TeamMember(host.id(), weight, priority);
  }

  @Test
  void takesTurnsByIdAndThenByWhoWasBookedLongestAgo() {
    EventType type = roundRobin(fixture.addTeam("crew", cem, bea, ada), t -> t);
    List<String> order = new ArrayList<>();
    for (int hour = 14; hour < 20; hour++) {
      order.add(host(next(type, DAY + "T" + hour + ":00:00Z")));
    }
    assertThat(order).containsExactly("ada", "bea", "cem", "ada", "bea", "cem");
  }

  @Test
  void asksTheHighestPriorityFirstAsLongAsItIsFree() {
    EventType type =
        roundRobin(fixture.addTeam("crew", member(ada, 9, 0), member(bea, 1, 5)), t -> t);
    assertThat(host(next(type, TEN))).isEqualTo("bea");
    assertThat(host(next(type, ELEVEN))).isEqualTo("bea");
    assertThat(host(next(type, TEN))).isEqualTo("ada");
    assertThat(tryNext(type, TEN)).isEqualTo(new BookOutcome.SlotTaken());
  }

  @Test
  void asksWeightZeroOnlyWhenNobodyWithAWeightIsFree() {
    EventType type =
        roundRobin(fixture.addTeam("crew", member(ada, 0, 100), member(bea, 1, 0)), t -> t);
    assertThat(host(next(type, TEN))).isEqualTo("bea");
    assertThat(host(next(type, ELEVEN))).isEqualTo("bea");
    assertThat(host(next(type, TEN))).isEqualTo("ada");
  }

  @Test
  void startsANewMemberAtTheShareOfTheOthers() {
    Team team = fixture.addTeam("crew", ada, bea);
    EventType type = roundRobin(team, t -> t);
    List<String> starts = fixture.starts(type, "2026-03-09", "2026-03-13", "America/New_York");
    starts.subList(0, 10).forEach(start -> next(type, start));
    fixture.clock.advance(Duration.ofDays(1));
    fixture.replace(team, member(ada, 1, 0), member(bea, 1, 0), member(cem, 1, 0));
    Map<String, Integer> meetings = new HashMap<>();
    for (String start : starts.subList(10, 22)) {
      meetings.merge(host(next(type, start)), 1, Integer::sum);
    }
    assertThat(meetings).isEqualTo(Map.of("ada", 4, "bea", 4, "cem", 4));
    // Who stays has been there all the time.
    fixture.clock.advance(Duration.ofDays(1));
    fixture.replace(team, member(bea, 1, 0), member(cem, 1, 0), member(ada, 1, 0));
    assertThat(host(next(type, starts.get(22)))).isEqualTo("cem");
    assertThat(host(next(type, starts.get(23)))).isEqualTo("ada");
  }

  @Test
  void countsAMoveAsNoBooking() {
    EventType type = roundRobin(fixture.addTeam("crew", ada, bea), t -> t);
    Booking first = next(type, TEN);
    assertThat(host(first)).isEqualTo("ada");
    assertThat(host(next(type, TEN))).isEqualTo("bea");
    fixture.clock.advance(Duration.ofMinutes(1));
    changed(desk.reschedule(first.id(), Instant.parse(ELEVEN), BY_INVITEE));
    // It is ada's turn, whose last meeting was booked before bea's, whenever it was moved.
    assertThat(host(next(type, "2026-03-04T15:00:00Z"))).isEqualTo("ada");
  }

  @Test
  void sharesSixtyMeetingsByWeight() {
    EventType type =
        roundRobin(
            fixture.addTeam("crew", member(ada, 1, 0), member(bea, 2, 0), member(cem, 3, 0)),
            t -> t);
    Map<String, Integer> meetings = new HashMap<>();
    List<String> starts = fixture.starts(type, "2026-03-09", "2026-03-13", "America/New_York");
    for (String start : starts.subList(0, 60)) {
      meetings.merge(host(next(type, start)), 1, Integer::sum);
    }
    assertThat(meetings).isEqualTo(Map.of("ada", 10, "bea", 20, "cem", 30));
  }

  @Test
  void countsNeitherCancelledMeetingsNorThoseOfOtherEventTypesNorOldOnes() {
    Team team = fixture.addTeam("crew", ada, bea);
    EventType type = roundRobin(team, t -> t);
    next(own(ada, "alone"), "2026-03-04T15:00:00Z");
    Booking first = next(type, TEN);
    assertThat(host(first)).isEqualTo("ada");
    changed(desk.cancel(first.id(), BY_INVITEE));
    assertThat(host(next(type, TEN))).isEqualTo("ada");
    // Booked exactly 90 days ago still counts.
    fixture.clock.advance(Duration.ofDays(90).minusMillis(1));
    assertThat(host(next(type, "2026-06-02T14:00:00Z"))).isEqualTo("bea");
    fixture.clock.advance(Duration.ofDays(91));
    // Both have none within the 90 days: the lowest id.
    assertThat(host(next(type, "2026-09-02T14:00:00Z"))).isEqualTo("ada");
  }

  @Test
  void skipsWhoIsNotFree() {
    EventType type = roundRobin(fixture.addTeam("crew", ada, bea, cem), t -> t.limits(1, null));
    // By his own schedule and zone: 15:00Z is 00:00 of the next day in Tokyo.
    fixture.open(ada, "Asia/Tokyo", "09:00-17:00");
    fixture.busy(bea, "2026-03-03T14:30:00Z", "2026-03-03T15:01:00Z");
    assertThat(host(next(type, TEN))).isEqualTo("cem");
    assertThat(tryNext(type, TEN)).isEqualTo(new BookOutcome.SlotTaken());
    // By his limit.
    assertThat(host(next(type, ELEVEN))).isEqualTo("bea");
    assertThat(fixture.startsOn(type, DAY)).doesNotContain("2026-03-03T17:00:00Z");
    assertThat(fixture.startsOn(type, "2026-03-04")).contains("2026-03-04T17:00:00Z");
    // By another meeting.
    next(own(bea, "alone"), "2026-03-04T17:00:00Z");
    assertThat(host(next(type, "2026-03-04T17:00:00Z"))).isEqualTo("cem");
    assertThat(fixture.startsOn(type, "2026-03-04"))
        .contains("2026-03-04T05:00:00Z", "2026-03-04T15:00:00Z")
        .doesNotContain("2026-03-04T17:00:00Z");
    assertThat(host(next(type, "2026-03-05T00:00:00Z"))).isEqualTo("ada");
  }

  @Test
  void skipsMembersThatAreSwitchedOff() {
    EventType type = roundRobin(fixture.addTeam("crew", ada, bea), t -> t);
    fixture.setActive(ada, false);
    assertThat(host(next(type, TEN))).isEqualTo("bea");
    assertThat(fixture.startsOn(type, DAY)).doesNotContain(TEN).hasSize(15);
    fixture.setActive(bea, false);
    assertThat(fixture.startsOn(type, DAY)).isEmpty();
    assertThat(against(type, ELEVEN)).containsOnly(Code.INACTIVE);
    fixture.setActive(ada, true);
    assertThat(fixture.startsOn(type, DAY)).hasSize(16);
  }

  @Test
  void keepsTheHostWhenMovedIfHeIsFreeElseTakesAnother() {
    EventType type = roundRobin(fixture.addTeam("crew", ada, bea, cem), t -> t);
    next(type, "2026-03-04T15:00:00Z");
    Booking booking = next(type, TEN);
    assertThat(host(booking)).isEqualTo("bea");
    Booking moved = changed(desk.reschedule(booking.id(), Instant.parse(ELEVEN), BY_INVITEE));
    assertThat(host(moved)).isEqualTo("bea");
    fixture.busy(bea, "2026-03-03T17:00:00Z", "2026-03-03T17:30:00Z");
    fixture.busy(ada, "2026-03-03T17:00:00Z", "2026-03-03T17:30:00Z");
    moved =
        changed(desk.reschedule(booking.id(), Instant.parse("2026-03-03T17:00:00Z"), BY_INVITEE));
    assertThat(host(moved)).isEqualTo("cem");
    assertThat(moved.calendarUid()).isEqualTo(booking.calendarUid());
    assertThat(fixture.startsOn(own(bea, "alone"), DAY)).contains(TEN, ELEVEN);
  }

  @Test
  void movesToATimeThatItsOwnOldTimeOverlaps() {
    EventType type = roundRobin(fixture.addTeam("crew", ada), t -> t.duration(60).step(30));
    EventType together =
        collective(fixture.addTeam("pair", bea, cem), t -> t.duration(60).step(30));
    for (EventType each : List.of(type, together)) {
      Booking booking = next(each, TEN);
      Instant halfPast = Instant.parse("2026-03-03T15:30:00Z");
      assertThat(changed(desk.reschedule(booking.id(), halfPast, BY_INVITEE)).start())
          .isEqualTo(halfPast);
    }
  }

  @Test
  void givesConcurrentRequestsForOneStartAHostEach() throws Exception {
    EventType type = roundRobin(fixture.addTeam("crew", ada, bea, cem), t -> t);
    List<BookOutcome> outcomes =
        Concurrently.run(24, i -> fixture.tryBook(type, TEN, "invitee" + i + "@example.com"));
    assertThat(outcomes)
        .filteredOn(BookOutcome.Booked.class::isInstance)
        .extracting(outcome -> host(Fixture.booked(outcome)))
        .containsExactlyInAnyOrder("ada", "bea", "cem");
    assertThat(outcomes).filteredOn(new BookOutcome.SlotTaken()::equals).hasSize(21);
  }

  @Test
  void standsOnAllCalendarsAndIsCancelledForAll() {
    EventType type = collective(fixture.addTeam("crew", ada, bea, cem), t -> t.buffers(0, 30));
    List<EventType> alone = List.of(own(ada, "a"), own(bea, "b"), own(cem, "c"));
    Booking booking = next(type, TEN);
    assertThat(hosts(booking)).containsExactlyInAnyOrder("ada", "bea", "cem");
    for (EventType each : alone) {
      assertThat(fixture.startsOn(each, DAY))
          .contains("2026-03-03T14:30:00Z", ELEVEN)
          .doesNotContain(TEN, "2026-03-03T15:30:00Z");
      assertThat(tryNext(each, TEN)).isEqualTo(new BookOutcome.SlotTaken());
    }
    assertThat(tryNext(type, TEN)).isEqualTo(new BookOutcome.SlotTaken());
    Change byBea = new Change(Actor.HOST, bea.id(), null, "");
    changed(desk.cancel(booking.id(), byBea));
    for (EventType each : alone) {
      assertThat(fixture.startsOn(each, DAY)).contains(TEN, "2026-03-03T15:30:00Z");
    }
    next(type, TEN);
  }

  @Test
  void isBlockedWhenAnyMemberIsTaken() {
    EventType type = collective(fixture.addTeam("crew", ada, bea, cem), t -> t.limits(1, null));
    next(own(cem, "alone"), TEN);
    fixture.busy(bea, "2026-03-03T16:29:00Z", "2026-03-03T16:31:00Z");
    assertThat(fixture.startsOn(type, DAY))
        .doesNotContain(TEN, ELEVEN, "2026-03-03T16:30:00Z")
        .hasSize(13);
    assertThat(against(type, TEN)).containsExactly(Code.MEETING);
    assertThat(against(type, ELEVEN)).containsExactly(Code.BUSY);
    fixture.setActive(ada, false);
    assertThat(fixture.startsOn(type, DAY)).isEmpty();
    assertThat(against(type, "2026-03-03T17:00:00Z")).containsExactly(Code.INACTIVE);
  }

  @Test
  void showsChangesOfTheTeamAtOnce() {
    fixture.open(bea, "America/New_York", "12:00-13:00");
    Team team = fixture.addTeam("crew", ada, bea);
    EventType together = collective(team, t -> t);
    EventType inTurn = roundRobin(team, t -> t);
    assertThat(fixture.startsOn(together, DAY)).hasSize(2);
    assertThat(fixture.startsOn(inTurn, DAY)).hasSize(16);
    fixture.replace(team, member(bea, 1, 0));
    assertThat(fixture.startsOn(inTurn, DAY)).hasSize(2);
    fixture.replace(team, member(ada, 1, 0));
    assertThat(fixture.startsOn(together, DAY)).hasSize(16);
    fixture.replace(team, member(ada, 1, 0), member(cem, 1, 0));
    assertThat(fixture.startsOn(together, DAY)).hasSize(16);
    fixture.open(cem, "America/New_York", "12:00-14:00", "16:00-18:00");
    assertThat(fixture.startsOn(together, DAY)).hasSize(6);
    assertThat(fixture.startsOn(inTurn, DAY)).hasSize(18);
    fixture.busy(cem, "2026-03-03T17:00:00Z", "2026-03-03T18:00:00Z");
    assertThat(fixture.startsOn(together, DAY)).hasSize(4);
    fixture.open(
        cem,
        "America/New_York",
        List.of(),
        List.of(new DateOverride(LocalDate.parse(DAY), List.of(Fixture.hours("09:00-10:00")))));
    assertThat(fixture.startsOn(together, DAY)).hasSize(2);
  }

  @Test
  void showsAnotherTeamOrKindOfTheEventTypeAtOnce() {
    fixture.open(bea, "America/New_York", "12:00-13:00");
    Team first = fixture.addTeam("first", ada, bea);
    Team second = fixture.addTeam("second", ada, cem);
    EventTypeBuilder builder =
        new EventTypeBuilder(ada.id()).assignment(new Assignment.Collective(first.id()));
    EventType type = fixture.core.eventTypes().add(builder.build());
    assertThat(fixture.startsOn(type, DAY)).hasSize(2);
    assertThat(found("first")).isEqualTo(type);
    fixture.replace(
        builder.assignment(new Assignment.RoundRobin(first.id())).id(type.id()).build());
    assertThat(fixture.startsOn(type, DAY)).hasSize(16);
    assertThat(found("first").assignment()).isEqualTo(new Assignment.RoundRobin(first.id()));
    fixture.replace(
        builder.assignment(new Assignment.Collective(second.id())).id(type.id()).build());
    assertThat(fixture.startsOn(type, DAY)).hasSize(16);
    assertThat(fixture.core.offerings().find("first", "intro", null))
        .isEqualTo(new FindOutcome.Unknown());
    fixture.busy(cem, TEN, ELEVEN);
    assertThat(fixture.startsOn(type, DAY)).hasSize(14);
    fixture.replace(
        builder.assignment(new Assignment.OneHost()).duration(60).id(type.id()).build());
    assertThat(found("ada").timing().durationMinutes()).isEqualTo(60);
    assertThat(fixture.startsOn(found("ada"), DAY)).hasSize(8);
    assertThat(fixture.startsOn(type, DAY)).as("asked by who read it before").hasSize(8);
  }

  private EventType found(String handle) {
    return fixture.found(handle, "intro");
  }

  @Test
  void renamesATeamAndFreesItsOldHandle() {
    Team team = fixture.addTeam("crew", ada, bea);
    roundRobin(team, t -> t);
    Team renamed =
        new Team(team.id(), team.ownerId(), new Handle("squad"), "Squad", team.members());
    assertThat(fixture.core.teams().replace(renamed)).contains(renamed);
    assertThat(fixture.core.offerings().find("crew", "in-turn", null))
        .isEqualTo(new FindOutcome.Unknown());
    assertThat(fixture.found("squad", "in-turn").name()).isNotEmpty();
    fixture.addTeam("crew", cem);
  }

  @Test
  void booksTeamsThatShareMembersInParallelWithoutFailureOrOverlap() throws Exception {
    Host dan = fixture.addHost("dan");
    List<Host> all = List.of(ada, bea, cem, dan);
    List<EventType> types = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Host left = all.get(i);
      Host right = all.get((i + 3) % 4);
      Team team = fixture.addTeam("team-" + i, left, right);
      int number = i;
      Assignment kindOfTeam =
          i % 2 == 0 ? new Assignment.Collective(team.id()) : new Assignment.RoundRobin(team.id());
      types.add(
          fixture.addEventType(
              t ->
                  t.slug("type-" + number)
                      .duration(20 + 10 * number)
                      .step(10)
                      .buffers(5 * number, 5)
                      .assignment(kindOfTeam)));
    }
    types.add(own(ada, "ada-alone"));
    types.add(own(dan, "dan-alone"));
    Random random = new Random(4);
    List<String> starts =
        IntStream.range(0, 200)
            .mapToObj(
                i -> Instant.parse("2026-03-03T14:00:00Z").plusSeconds(600L * random.nextInt(96)))
            .map(Instant::toString)
            .toList();
    List<BookOutcome> outcomes =
        Concurrently.run(
            200,
            i ->
                fixture.tryBook(
                    types.get(i % types.size()), starts.get(i), "invitee" + i + "@example.com"));
    assertThat(outcomes)
        .hasSize(200)
        .allMatch(
            outcome ->
                outcome instanceof BookOutcome.Booked
                    || outcome instanceof BookOutcome.SlotTaken
                    || outcome instanceof BookOutcome.NotOffered);
    assertThat(outcomes).hasAtLeastOneElementOfType(BookOutcome.Booked.class);
    assertThat(overlaps()).isZero();
    for (int i = 0; i < outcomes.size(); i++) {
      if (!(outcomes.get(i) instanceof BookOutcome.Booked)) {
        assertThat(
                fixture.tryBook(
                    types.get(i % types.size()), starts.get(i), "again" + i + "@example.com"))
            .as("what was refused has somebody else in its place")
            .isNotInstanceOf(BookOutcome.Booked.class);
      }
    }
  }

  private int overlaps() throws Exception {
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                """
                SELECT COUNT(*) FROM meeting_host a JOIN meeting_host b
                  ON a.host_id = b.host_id AND a.meeting_id <> b.meeting_id
                WHERE a.active AND b.active AND a.padded_from < b.padded_until
                  AND b.padded_from < a.padded_until
                """)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
