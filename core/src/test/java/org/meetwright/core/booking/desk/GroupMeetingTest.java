package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.Fixture;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;

@ParameterizedClass
@EachDatabase
class GroupMeetingTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String HALF_PAST_TEN = "2026-03-03T15:30:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";
  private static final Change BY_INVITEE = Change.byInvitee("");

  private Booking join(EventType type, String start, int invitee) {
    return fixture.book(type, start, email(invitee));
  }

  private static String email(int invitee) {
    return "invitee" + invitee + "@example.com";
  }

  /// Returns how many seats are left at a start; -1 if it is not offered.
  private int seatsLeft(EventType type, String start) {
    LocalDate day = LocalDate.parse("2026-03-03");
    Slots slots = fixture.core.availability().slots(type, day, day, ZoneId.of("America/New_York"));
    return IntStream.range(0, slots.starts().length)
        .filter(i -> slots.starts()[i] == Instant.parse(start).getEpochSecond())
        .map(i -> slots.seatsLeft()[i])
        .findFirst()
        .orElse(-1);
  }

  private List<String> query(String sql) throws Exception {
    List<String> found = new ArrayList<>();
    try (Connection connection = fixture.database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
    }
    return found;
  }

  private List<String> seats(UUID meetingId) throws Exception {
    return query(
        "SELECT seat FROM booking WHERE meeting_id = '%s' AND seat IS NOT NULL ORDER BY seat"
            .formatted(meetingId));
  }

  private Booking move(Booking booking, String start) {
    return changed(desk.reschedule(booking.id(), Instant.parse(start), BY_INVITEE));
  }

  @Test
  void letsLaterInviteesJoinTheFirstOnesMeetingUntilItIsFull() throws Exception {
    EventType type = fixture.addEventType(t -> t.seats(3));
    assertThat(seatsLeft(type, TEN)).isEqualTo(3);
    Booking first = join(type, TEN, 1);
    assertThat(seatsLeft(type, TEN)).isEqualTo(2);
    assertThat(seatsLeft(type, ELEVEN)).isEqualTo(3);
    assertThat(join(type, TEN, 2).meetingId()).isEqualTo(first.meetingId());
    assertThat(seatsLeft(type, TEN)).isEqualTo(1);
    assertThat(join(type, TEN, 3).meetingId()).isEqualTo(first.meetingId());
    assertThat(seatsLeft(type, TEN)).isEqualTo(-1);
    assertThat(fixture.tryBook(type, TEN, email(4))).isEqualTo(new BookOutcome.SlotTaken());
    assertThat(against(type, TEN)).containsExactly(Code.MEETING);
    assertThat(seats(first.meetingId())).containsExactly("1", "2", "3");
  }

  @Test
  void takesItsHostForEveryOtherStartAndEventType() {
    EventType type = fixture.addEventType(t -> t.seats(3).step(15).buffers(15, 0));
    EventType other = fixture.addEventType(t -> t.slug("other").step(15));
    EventType otherGroup = fixture.addEventType(t -> t.slug("other-group").step(15).seats(3));
    join(type, TEN, 1);
    assertThat(fixture.startsOn(type, "2026-03-03"))
        .contains(TEN, "2026-03-03T15:45:00Z", "2026-03-03T14:15:00Z")
        .doesNotContain(HALF_PAST_TEN, "2026-03-03T15:15:00Z", "2026-03-03T14:45:00Z");
    for (EventType another : List.of(other, otherGroup)) {
      assertThat(fixture.startsOn(another, "2026-03-03"))
          .contains("2026-03-03T14:15:00Z", HALF_PAST_TEN)
          .doesNotContain(
              "2026-03-03T14:30:00Z", "2026-03-03T14:45:00Z", TEN, "2026-03-03T15:15:00Z");
      assertThat(fixture.tryBook(another, TEN, email(2))).isEqualTo(new BookOutcome.SlotTaken());
    }
  }

  @Test
  void joinsBeyondTheLimitsButBeginsNothingBeyondThem() {
    EventType type = fixture.addEventType(t -> t.seats(3).limits(1, 1));
    join(type, TEN, 1);
    assertThat(fixture.startsOn(type, "2026-03-03")).containsExactly(TEN);
    assertThat(fixture.startsOn(type, "2026-03-04")).isEmpty();
    join(type, TEN, 2);
    assertThat(against(type, ELEVEN)).containsExactly(Code.LIMIT, Code.LIMIT);
  }

  @Test
  void doesNotJoinWhenTheHostHasBecomeBusy() {
    EventType type = fixture.addEventType(t -> t.seats(3));
    join(type, TEN, 1);
    fixture.busy(fixture.ada, "2026-03-03T15:29:00Z", "2026-03-03T15:40:00Z");
    assertThat(against(type, TEN)).containsExactly(Code.BUSY);
    assertThat(fixture.startsOn(type, "2026-03-03")).doesNotContain(TEN);
    assertThat(fixture.tryBook(type, TEN, email(2))).isNotInstanceOf(BookOutcome.Booked.class);
  }

  @Test
  void doesNotJoinWithinTheMinimumNotice() {
    EventType type = fixture.addEventType(t -> t.seats(3).notice(60));
    join(type, TEN, 1);
    fixture.clock.set("2026-03-03T14:00:00Z");
    join(type, TEN, 2);
    fixture.clock.set("2026-03-03T14:00:01Z");
    assertThat(against(type, TEN)).containsExactly(Code.MINIMUM_NOTICE);
    assertThat(fixture.startsOn(type, "2026-03-03")).doesNotContain(TEN);
  }

  @Test
  void doesNotJoinOutsideTheBookingWindowOrTheSchedule() {
    EventTypeBuilder builder = new EventTypeBuilder(fixture.ada.id()).seats(3);
    EventType type = fixture.core.eventTypes().add(builder.build());
    join(type, TEN, 1);
    fixture.open(fixture.ada, "America/New_York", "11:00-12:00");
    assertThat(against(type, TEN)).containsExactly(Code.OUTSIDE_SCHEDULE);
    assertThat(fixture.startsOn(type, "2026-03-03")).hasSize(2).doesNotContain(TEN);
    fixture.open(fixture.ada, "America/New_York", "09:00-12:00");
    EventType later =
        fixture.addEventType(
            t ->
                t.slug("later")
                    .seats(3)
                    .window(
                        new BookingWindow.Dates(
                            LocalDate.parse("2026-03-04"), LocalDate.parse("2026-03-04"))));
    fixture.sql("UPDATE meeting SET event_type_id = '%s'".formatted(later.id()));
    assertThat(against(later, TEN)).containsExactly(Code.BOOKING_WINDOW);
  }

  @Test
  void gives32ConcurrentRequestsTheFiveSeats() throws Exception {
    EventType type = fixture.addEventType(t -> t.seats(5));
    List<BookOutcome> outcomes = Concurrently.run(32, i -> fixture.tryBook(type, TEN, email(i)));
    List<Booking> booked =
        outcomes.stream()
            .filter(BookOutcome.Booked.class::isInstance)
            .map(Fixture::booked)
            .toList();
    assertThat(booked).hasSize(5);
    assertThat(outcomes).filteredOn(new BookOutcome.SlotTaken()::equals).hasSize(27);
    assertThat(booked).extracting(Booking::meetingId).containsOnly(booked.getFirst().meetingId());
    assertThat(seats(booked.getFirst().meetingId())).containsExactly("1", "2", "3", "4", "5");
    assertThat(query("SELECT id FROM meeting")).hasSize(1);
  }

  @Test
  void usesTheSeatOfACancelledBookingAgainAndEndsWithTheLast() throws Exception {
    EventType type = fixture.addEventType(t -> t.seats(3));
    EventType other = fixture.addEventType(t -> t.slug("other"));
    Booking first = join(type, TEN, 1);
    Booking second = join(type, TEN, 2);
    Booking third = join(type, TEN, 3);
    changed(desk.cancel(first.id(), BY_INVITEE));
    assertThat(seatsLeft(type, TEN)).isEqualTo(1);
    assertThat(seats(first.meetingId())).containsExactly("2", "3");
    assertThat(fixture.core.bookings().find(second.id())).contains(second);
    assertThat(fixture.core.bookings().find(third.id())).contains(third);
    Booking fourth = join(type, TEN, 4);
    assertThat(fourth.meetingId()).isEqualTo(first.meetingId());
    assertThat(seats(first.meetingId())).containsExactly("1", "2", "3");
    changed(desk.cancel(second.id(), BY_INVITEE));
    changed(desk.cancel(fourth.id(), BY_INVITEE));
    assertThat(fixture.startsOn(other, "2026-03-03")).doesNotContain(TEN);
    changed(desk.cancel(third.id(), BY_INVITEE));
    assertThat(fixture.startsOn(other, "2026-03-03")).contains(TEN);
    assertThat(seatsLeft(type, TEN)).isEqualTo(3);
  }

  @Test
  void movesOneOfSeveralAndLeavesTheRest() throws Exception {
    EventType type = fixture.addEventType(t -> t.seats(3));
    Booking first = join(type, TEN, 1);
    Booking second = join(type, TEN, 2);
    Booking third = join(type, TEN, 3);
    Booking moved = move(first, ELEVEN);
    assertThat(moved.meetingId()).isNotEqualTo(first.meetingId());
    assertThat(moved.calendarUid()).isEqualTo(first.calendarUid());
    assertThat(seatsLeft(type, TEN)).isEqualTo(1);
    assertThat(seatsLeft(type, ELEVEN)).isEqualTo(2);
    assertThat(fixture.core.bookings().find(second.id())).contains(second);
    assertThat(move(third, ELEVEN).meetingId()).isEqualTo(moved.meetingId());
    assertThat(seats(moved.meetingId())).containsExactly("1", "2");
    assertThat(seats(first.meetingId())).containsExactly("2");
  }

  @Test
  void movesBackIntoTheMeetingThatTheOthersKept() {
    EventType type = fixture.addEventType(t -> t.seats(3));
    Booking first = join(type, TEN, 1);
    join(type, TEN, 2);
    move(first, ELEVEN);
    assertThat(move(first, TEN).meetingId()).isEqualTo(first.meetingId());
    assertThat(seatsLeft(type, TEN)).isEqualTo(1);
    assertThat(seatsLeft(type, ELEVEN)).isEqualTo(3);
  }

  @Test
  void movesTheOnlyOneToATimeThatOverlapsAndBack() throws Exception {
    EventType type = fixture.addEventType(t -> t.seats(3).duration(60).step(30).limits(1, 1));
    Booking booking = join(type, TEN, 1);
    assertThat(move(booking, HALF_PAST_TEN).start()).isEqualTo(HALF_PAST_TEN);
    assertThat(move(booking, TEN).start()).isEqualTo(TEN);
    assertThat(seatsLeft(type, TEN)).isEqualTo(2);
    assertThat(query("SELECT id FROM meeting")).hasSize(1);
  }

  @Test
  void doesNotMoveOneOfSeveralToATimeThatTheirMeetingTakes() {
    EventType type = fixture.addEventType(t -> t.seats(3).duration(60).step(30));
    Booking booking = join(type, TEN, 1);
    join(type, TEN, 2);
    assertThat(desk.reschedule(booking.id(), Instant.parse(HALF_PAST_TEN), BY_INVITEE))
        .isEqualTo(new ChangeOutcome.SlotTaken());
  }

  @Test
  void offersOneOfSeveralNoTimeToMoveToThatTheirMeetingTakes() {
    EventType type = fixture.addEventType(t -> t.seats(3).duration(60).step(30));
    Booking booking = join(type, TEN, 1);
    assertThat(movesOf(booking, type)).contains(HALF_PAST_TEN);
    join(type, TEN, 2);
    assertThat(movesOf(booking, type)).doesNotContain(HALF_PAST_TEN).contains(ELEVEN);
  }

  private List<String> movesOf(Booking booking, EventType type) {
    LocalDate day = LocalDate.parse("2026-03-03");
    long[] starts =
        fixture
            .core
            .availability()
            .slotsToMove(booking, type, day, day, ZoneId.of("America/New_York"))
            .starts();
    return IntStream.range(0, starts.length)
        .mapToObj(i -> Instant.ofEpochSecond(starts[i]).toString())
        .toList();
  }

  @Test
  void doesNotMoveIntoAFullMeeting() {
    EventType type = fixture.addEventType(t -> t.seats(2));
    join(type, TEN, 1);
    join(type, TEN, 2);
    Booking other = join(type, ELEVEN, 3);
    assertThat(desk.reschedule(other.id(), Instant.parse(TEN), BY_INVITEE))
        .isEqualTo(new ChangeOutcome.SlotTaken());
    assertThat(fixture.core.bookings().find(other.id())).contains(other);
  }

  @Test
  void holdsTheSeatOfAPendingBookingAndFreesItWhenDeclined() {
    EventType type = fixture.addEventType(t -> t.seats(2).approval());
    Booking first = join(type, TEN, 1);
    Booking second = join(type, TEN, 2);
    assertThat(fixture.tryBook(type, TEN, email(3))).isEqualTo(new BookOutcome.SlotTaken());
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    assertThat(changed(desk.confirm(first.id(), byHost)).status())
        .isEqualTo(BookingStatus.CONFIRMED);
    changed(desk.decline(second.id(), byHost));
    assertThat(seatsLeft(type, TEN)).isEqualTo(1);
    assertThat(fixture.core.bookings().find(first.id()).orElseThrow().status())
        .isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void fillsOneMembersGroupBeforeAnotherMemberBeginsOne() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("crew", fixture.ada, bea);
    EventType type =
        fixture.addEventType(t -> t.seats(2).assignment(new Assignment.RoundRobin(team.id())));
    Booking first = join(type, TEN, 1);
    assertThat(join(type, TEN, 2).meetingId()).isEqualTo(first.meetingId());
    Booking third = join(type, TEN, 3);
    assertThat(third.hosts()).isNotEqualTo(first.hosts());
    assertThat(join(type, TEN, 4).meetingId()).isEqualTo(third.meetingId());
    assertThat(fixture.tryBook(type, TEN, email(5))).isEqualTo(new BookOutcome.SlotTaken());
  }

  @Test
  void keepsACollectiveGroupOnAllCalendarsWhenSomeoneHasComeToTheTeam() {
    Host bea = fixture.addHost("bea");
    Host cem = fixture.addHost("cem");
    // Whoever comes first by id decides nothing.
    for (List<Host> before : List.of(List.of(fixture.ada, bea), List.of(bea, cem))) {
      String handle = "team-" + before.getFirst().handle();
      Team team = fixture.addTeam(handle, before.toArray(Host[]::new));
      EventType type =
          fixture.addEventType(
              t -> t.slug(handle).seats(3).assignment(new Assignment.Collective(team.id())));
      join(type, TEN, 1);
      fixture.replace(
          team,
          Stream.of(fixture.ada, bea, cem)
              .map(host -> new TeamMember(host.id(), 1, 0))
              .toArray(TeamMember[]::new));
      if (fixture.startsOn(type, "2026-03-03").contains(TEN)) {
        assertThat(join(type, TEN, 2).hosts()).hasSize(3);
      } else {
        assertThat(against(type, TEN)).contains(Code.MEETING);
        assertThat(fixture.tryBook(type, TEN, email(2))).isEqualTo(new BookOutcome.SlotTaken());
      }
      fixture.sql("UPDATE meeting_host SET active = FALSE");
    }
  }
}
