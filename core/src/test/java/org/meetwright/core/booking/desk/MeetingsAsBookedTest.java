package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.team.Team;

/// A meeting keeps the length, the buffers and the seats it was booked with, whatever becomes of
/// its event type.
@ParameterizedClass
@EachDatabase
class MeetingsAsBookedTest extends DeskTest {
  private static final String DAY = "2026-03-03";
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String HALF_PAST_TEN = "2026-03-03T15:30:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private Change byHost;
  private int invitees;

  @BeforeEach
  void open() {
    byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
  }

  private String someone() {
    return "invitee" + invitees++ + "@example.com";
  }

  private Booking book(EventType type, String start) {
    return fixture.book(type, start, someone());
  }

  /// Changes what the event type is from now on.
  private EventType change(EventType type, UnaryOperator<EventTypeBuilder> change) {
    EventTypeBuilder builder =
        new EventTypeBuilder(fixture.ada.id()).assignment(type.assignment()).id(type.id());
    return fixture.replace(change.apply(builder).build());
  }

  /// Returns the slot at a start as `end seats`; `-` if there is none.
  private String slot(EventType type, String start) {
    LocalDate day = LocalDate.parse(DAY);
    Slots slots = fixture.core.availability().slots(type, day, day, NEW_YORK);
    int at = Arrays.binarySearch(slots.starts(), Instant.parse(start).getEpochSecond());
    return at < 0 ? "-" : Instant.ofEpochSecond(slots.ends()[at]) + " " + slots.seatsLeft()[at];
  }

  @Test
  void listsAGroupMeetingWithItsOwnEndAndJoinsItSo() {
    EventType type = fixture.addEventType(t -> t.seats(3).duration(60));
    Booking first = book(type, TEN);
    EventType shorter = change(type, t -> t.seats(5).duration(30));
    assertThat(slot(shorter, TEN)).isEqualTo(ELEVEN + " 2");
    assertThat(slot(shorter, HALF_PAST_TEN)).isEqualTo("-");
    assertThat(slot(shorter, ELEVEN)).isEqualTo("2026-03-03T16:30:00Z 5");
    assertThat(against(shorter, TEN)).isEmpty();
    Booking second = book(shorter, TEN);
    assertThat(second.meetingId()).isEqualTo(first.meetingId());
    assertThat(second.end()).isEqualTo(ELEVEN);
    assertThat(slot(shorter, TEN)).isEqualTo(ELEVEN + " 1");
  }

  @Test
  void listsAGroupMeetingWhereverTheGridLiesNow() {
    EventType type = fixture.addEventType(t -> t.seats(3).step(15));
    String quarterPast = "2026-03-03T15:15:00Z";
    Booking first = book(type, quarterPast);
    EventType coarser = change(type, t -> t.seats(3).duration(10).step(120));
    assertThat(fixture.startsOn(coarser, DAY))
        .containsExactly(
            "2026-03-03T14:00:00Z",
            quarterPast,
            "2026-03-03T16:00:00Z",
            "2026-03-03T18:00:00Z",
            "2026-03-03T20:00:00Z");
    assertThat(book(coarser, quarterPast).meetingId()).isEqualTo(first.meetingId());
    assertThat(against(coarser, "2026-03-03T15:45:00Z")).containsExactly(Code.OFF_GRID);
  }

  @Test
  void listsAShortGroupMeetingAtTheEndOfTheDayWhenTheEventTypeIsLongerNow() {
    EventType type = fixture.addEventType(t -> t.seats(2));
    String last = "2026-03-03T21:30:00Z";
    book(type, last);
    EventType longer = change(type, t -> t.seats(2).duration(120));
    assertThat(slot(longer, last)).isEqualTo("2026-03-03T22:00:00Z 1");
    assertThat(book(longer, last).end()).isEqualTo("2026-03-03T22:00:00Z");
    fixture.open(fixture.ada, "America/New_York", "09:00-16:45");
    EventType another = change(type, t -> t.seats(2).duration(15));
    assertThat(slot(another, last)).isEqualTo("-");
  }

  @Test
  void looksForBusyTimesWithTheBuffersOfTheMeeting() {
    EventType type = fixture.addEventType(t -> t.seats(3).duration(60).buffers(30, 30));
    book(type, TEN);
    EventType bare = change(type, t -> t.seats(3).duration(15));
    assertThat(slot(bare, TEN)).isEqualTo(ELEVEN + " 2");
    fixture.busy(fixture.ada, "2026-03-03T16:29:00Z", "2026-03-03T16:40:00Z");
    assertThat(slot(bare, TEN)).isEqualTo("-");
    assertThat(against(bare, TEN)).containsExactly(Code.BUSY);
    assertThat(fixture.tryBook(bare, TEN, someone())).isEqualTo(new BookOutcome.SlotTaken());
  }

  @Test
  void doesNotOpenAMeetingForOneWhenSeatsRise() {
    EventType type = fixture.addEventType(t -> t);
    book(type, TEN);
    EventType group = change(type, t -> t.seats(3));
    assertThat(slot(group, TEN)).isEqualTo("-");
    assertThat(against(group, TEN)).containsExactly(Code.MEETING);
    assertThat(fixture.tryBook(group, TEN, someone())).isEqualTo(new BookOutcome.SlotTaken());
    assertThat(slot(group, ELEVEN)).endsWith(" 3");
  }

  @Test
  void keepsItsSeatsWhenTheEventTypeHasFewer() {
    EventType type = fixture.addEventType(t -> t.seats(4));
    book(type, TEN);
    book(type, TEN);
    EventType smaller = change(type, t -> t.seats(2));
    assertThat(slot(smaller, TEN)).endsWith(" 2");
    book(smaller, TEN);
    EventType single = change(type, t -> t);
    assertThat(slot(single, TEN)).isEqualTo("-");
    assertThat(fixture.tryBook(single, TEN, someone())).isEqualTo(new BookOutcome.SlotTaken());
    EventType again = change(type, t -> t.seats(2));
    book(again, TEN);
    assertThat(slot(again, TEN)).isEqualTo("-");
  }

  @Test
  void confirmsAPendingRequestAsItWasAskedFor() {
    EventType type = fixture.addEventType(t -> t.approval().step(10));
    Booking asked = book(type, "2026-03-03T15:10:00Z");
    EventType longer = change(type, t -> t.approval().duration(60).buffers(60, 60).notice(60));
    Booking neighbour =
        book(fixture.addEventType(t -> t.slug("other").step(10)), "2026-03-03T15:40:00Z");
    fixture.clock.set("2026-03-03T15:09:00Z");
    Booking confirmed = changed(desk.confirm(asked.id(), byHost));
    assertThat(confirmed.status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(confirmed.end()).isEqualTo("2026-03-03T15:40:00Z").isEqualTo(neighbour.start());
    assertThat(longer.timing().durationMinutes()).isEqualTo(60);
  }

  @Test
  void looksAtTheWholeLengthThatWasAskedForWhenConfirming() {
    EventType type = fixture.addEventType(t -> t.approval().duration(120).step(60).buffers(0, 30));
    Booking asked = book(type, TEN);
    change(type, t -> t.approval().duration(15));
    fixture.busy(fixture.ada, "2026-03-03T17:20:00Z", "2026-03-03T17:30:00Z");
    assertThat(desk.confirm(asked.id(), byHost)).isEqualTo(new ChangeOutcome.SlotTaken());
    fixture.sql("DELETE FROM busy_time");
    fixture.open(fixture.ada, "America/New_York", "09:00-11:00");
    assertThat(desk.confirm(asked.id(), byHost))
        .isInstanceOfSatisfying(
            ChangeOutcome.NotOffered.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Reason::code)
                    .containsExactly(Code.OUTSIDE_SCHEDULE));
    fixture.open(fixture.ada, "America/New_York", "09:00-12:00");
    changed(desk.confirm(asked.id(), byHost));
  }

  @Test
  void countsOnlySeatsOfMembersWhoCanTakePart() {
    Host bea = fixture.addHost("bea");
    for (List<Host> members : List.of(List.of(fixture.ada, bea), List.of(bea, fixture.ada))) {
      String handle = "crew-" + members.getFirst().handle();
      Team team = fixture.addTeam(handle, members.toArray(Host[]::new));
      EventType type =
          fixture.addEventType(
              t -> t.slug(handle).seats(3).assignment(new Assignment.RoundRobin(team.id())));
      Host holder =
          fixture.core.hosts().find(book(type, TEN).hosts().getFirst().id()).orElseThrow();
      assertThat(slot(type, TEN)).endsWith(" 2");
      fixture.busy(holder, TEN, ELEVEN);
      assertThat(slot(type, TEN)).endsWith(" 3");
      assertThat(book(type, TEN).hosts()).extracting(host -> host.id()).doesNotContain(holder.id());
      assertThat(slot(type, TEN)).endsWith(" 2");
      fixture.sql("UPDATE meeting_host SET active = FALSE");
      fixture.sql("DELETE FROM busy_time");
    }
  }

  @Test
  void movesABookingIntoTheGroupOfItsOwnHostWhateverTheIds() {
    Host bea = fixture.addHost("bea");
    Team team = fixture.addTeam("crew", fixture.ada, bea);
    EventType type =
        fixture.addEventType(t -> t.seats(3).assignment(new Assignment.RoundRobin(team.id())));
    // Each of the two has a meeting at ten and one at eleven, with two seats left.
    Map<Host, Host> others = Map.of(fixture.ada, bea, bea, fixture.ada);
    others.forEach(
        (host, other) -> {
          for (String start : List.of(TEN, ELEVEN)) {
            fixture.busy(other, start, start.replace(":00:00Z", ":30:00Z"));
            book(type, start);
            fixture.sql("DELETE FROM busy_time");
          }
        });
    for (Host host : others.keySet()) {
      Booking mine =
          fixture
              .core
              .bookings()
              .list(BookingFilter.ofHost(host.id()), null, 10)
              .bookings()
              .getFirst();
      Booking moved =
          changed(desk.reschedule(mine.id(), Instant.parse(ELEVEN), Change.byInvitee("")));
      assertThat(moved.hosts()).isEqualTo(mine.hosts());
      assertThat(slot(type, ELEVEN)).endsWith(" 1");
      changed(desk.reschedule(mine.id(), Instant.parse("2026-03-03T18:00:00Z"), byOne(host)));
      assertThat(slot(type, ELEVEN)).endsWith(" 2");
      assertThat(fixture.core.bookings().find(mine.id()).orElseThrow().hosts())
          .isEqualTo(mine.hosts());
      changed(desk.cancel(mine.id(), byOne(host)));
    }
  }

  private static Change byOne(Host host) {
    return new Change(Actor.HOST, host.id(), null, "");
  }
}
