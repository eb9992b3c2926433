package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.desk.BookRequest.Choice;
import org.meetwright.core.booking.place.PlaceChoice;
import org.meetwright.core.erasure.ErasureOutcome;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.eventtype.Location.LocationKind;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.value.InvalidValueException;

/// What an invitee chooses: a length and a place; and how many meetings he may have.
@ParameterizedClass
@EachDatabase
class ChoicesTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final String ELEVEN = "2026-03-03T16:00:00Z";
  private static final Location CALLED = new Location(LocationKind.PHONE, "");
  private static final Location ROOM = new Location(LocationKind.IN_PERSON, "Room 1");
  private static final Location PATTERN =
      Location.offered(LocationKind.GENERATED_LINK, "https://meet.example/{random}");
  private static final String LINK = "https://meet\\.example/[a-z0-9]{24}";

  private static Choice place(LocationKind kind, String value) {
    return new Choice(null, new PlaceChoice(kind, value));
  }

  private Booking book(EventType type, String start, Choice choice) {
    return Fixture.booked(desk.book(Fixture.request(type, start).choosing(choice), Actor.INVITEE));
  }

  private @Nullable Location placeOf(Booking booking) {
    return fixture.core.bookings().find(booking.id()).orElseThrow().location();
  }

  @Test
  void booksTheAskedLengthAndKeepsItOnAMove() {
    EventType type = fixture.addEventType(t -> t.duration(30).lengths(60));
    Booking hour = book(type, TEN, new Choice(60, null));
    assertThat(hour.end()).isEqualTo(Instant.parse("2026-03-03T16:00:00Z"));
    Booking moved =
        changed(
            desk.reschedule(
                hour.id(), Instant.parse("2026-03-04T15:00:00Z"), Change.byInvitee("")));
    assertThat(moved.minutes()).isEqualTo(60);
    assertThat(
            desk.reschedule(hour.id(), Instant.parse("2026-03-04T15:30:00Z"), Change.byInvitee("")))
        .as("the grid is that of its length")
        .isInstanceOf(ChangeOutcome.NotOffered.class);
    assertThat(book(type, TEN, Choice.USUAL).minutes()).isEqualTo(30);
  }

  @Test
  void namesTheLengthsToThoseWhoAskForAnother() {
    EventType type = fixture.addEventType(t -> t.duration(30).lengths(60));
    assertThatThrownBy(() -> book(type, TEN, new Choice(45, null)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("30, 60 minutes")
        .satisfies(
            wrong ->
                assertThat(((InvalidValueException) wrong).field()).isEqualTo("durationMinutes"));
  }

  @Test
  void offersToAMovedBookingTheStartsOfItsLength() {
    EventType type = fixture.addEventType(t -> t.duration(30).lengths(60));
    Booking hour = book(type, TEN, new Choice(60, null));
    LocalDate day = LocalDate.parse("2026-03-04");
    long[] starts =
        fixture
            .core
            .availability()
            .slotsToMove(hour, type, day, day, ZoneId.of("America/New_York"))
            .starts();
    assertThat(starts).hasSize(8);
  }

  @Test
  void keepsTheNumberThatTheInviteeGivesAndForgetsItWithHim() {
    EventType type = fixture.addEventType(t -> t.location(ROOM, CALLED));
    Booking booking = book(type, TEN, place(LocationKind.PHONE, "(0)30 123-4567"));
    assertThat(booking.location())
        .isEqualTo(new Location(LocationKind.PHONE, "+49 30 1234567", Location.Giver.INVITEE));
    Booking moved =
        changed(desk.reschedule(booking.id(), Instant.parse(ELEVEN), Change.byInvitee("")));
    assertThat(moved.location()).isEqualTo(booking.location());
    desk.cancel(booking.id(), Change.byInvitee(""));
    // As if all mail about the booking had gone out.
    fixture.sql("UPDATE outbox SET state = 'done'");
    assertThat(fixture.core.erasure().eraseInvitee(booking.invitee().email()))
        .isInstanceOf(ErasureOutcome.Erased.class);
    assertThat(fixture.dump()).doesNotContain("1234567");
  }

  @Test
  void asksForWhatTheHostNeeds() {
    EventType type =
        fixture.addEventType(t -> t.location(CALLED, new Location(LocationKind.IN_PERSON, "")));
    for (Choice wrong :
        new Choice[] {
          Choice.USUAL,
          place(LocationKind.PHONE, ""),
          place(LocationKind.PHONE, "call me"),
          place(LocationKind.IN_PERSON, ""),
          place(LocationKind.IN_PERSON, "see http://spam.example")
        }) {
      assertThatThrownBy(() -> book(type, TEN, wrong))
          .as(wrong.toString())
          .isInstanceOf(InvalidValueException.class)
          .satisfies(
              refused ->
                  assertThat(((InvalidValueException) refused).field())
                      .isEqualTo("location.value"));
    }
    assertThatThrownBy(() -> book(type, TEN, place(LocationKind.LINK, "")))
        .satisfies(
            refused ->
                assertThat(((InvalidValueException) refused).field()).isEqualTo("location.kind"));
    assertThat(book(type, TEN, place(LocationKind.IN_PERSON, "7 Elm St")).location())
        .isEqualTo(new Location(LocationKind.IN_PERSON, "7 Elm St"));
  }

  @Test
  void takesTheFirstPlaceIfNoneIsChosen() {
    EventType type = fixture.addEventType(t -> t.location(ROOM, CALLED));
    assertThat(book(type, TEN, Choice.USUAL).location()).isEqualTo(ROOM);
    EventType none = fixture.addEventType(t -> t.slug("none"));
    assertThatThrownBy(() -> book(none, ELEVEN, place(LocationKind.PHONE, "+49 30 1234567")))
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void makesALinkForEachMeetingThatStaysAsLongAsTheMeeting() {
    EventType type = fixture.addEventType(t -> t.location(PATTERN));
    Booking first = book(type, TEN, Choice.USUAL);
    assertThat(first.location().value()).matches(LINK);
    Booking second = book(type, ELEVEN, Choice.USUAL);
    assertThat(second.location()).isNotEqualTo(first.location());
    Booking moved =
        changed(
            desk.reschedule(
                first.id(), Instant.parse("2026-03-04T15:00:00Z"), Change.byInvitee("")));
    assertThat(moved.location()).isEqualTo(first.location());
    Booking cancelled = changed(desk.cancel(first.id(), Change.byInvitee("")));
    assertThat(cancelled.location().value()).isEmpty();
    fixture.sql("DELETE FROM outbox");
    fixture.sql("DELETE FROM webhook_event");
    assertThat(fixture.dump()).doesNotContain(first.location().value());
  }

  @Test
  void makesTheLinkOfARequestWhenItIsConfirmed() {
    EventType type = fixture.addEventType(t -> t.location(PATTERN).approval());
    Booking asked = book(type, TEN, Choice.USUAL);
    assertThat(asked.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(asked.location()).isEqualTo(new Location(LocationKind.GENERATED_LINK, ""));
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    Booking confirmed = changed(desk.confirm(asked.id(), byHost));
    assertThat(confirmed.location().value()).matches(LINK);
    assertThat(placeOf(confirmed)).isEqualTo(confirmed.location());
  }

  @Test
  void leavesTheLinkToThoseWhoStayInAGroup() {
    EventType type = fixture.addEventType(t -> t.location(PATTERN).seats(3));
    Booking one = fixture.book(type, TEN, "one@example.com");
    Booking other = fixture.book(type, TEN, "other@example.com");
    assertThat(other.location()).isEqualTo(one.location());
    Booking moved = changed(desk.reschedule(one.id(), Instant.parse(ELEVEN), Change.byInvitee("")));
    assertThat(moved.location().value()).matches(LINK).isNotEqualTo(other.location().value());
    assertThat(placeOf(other)).isEqualTo(other.location());
    Booking left = changed(desk.cancel(other.id(), Change.byInvitee("")));
    assertThat(left.location().value()).isEmpty();
  }

  @Test
  void limitsTheMeetingsThatAnInviteeHasToCome() {
    EventType type = fixture.addEventType(t -> t.mostPerInvitee(2));
    Booking first = fixture.book(type, TEN, "bob@example.com");
    fixture.book(type, ELEVEN, "BOB@example.com");
    String third = "2026-03-04T15:00:00Z";
    BookOutcome refused = fixture.tryBook(type, third, "bob@example.com");
    assertThat(((BookOutcome.NotOffered) refused).reasons())
        .extracting(Reason::code)
        .containsExactly(Code.LIMIT);
    assertThat(fixture.startsOn(type, "2026-03-04")).as("listed all the same").contains(third);
    fixture.book(type, third, "eve@example.com");
    desk.cancel(first.id(), Change.byInvitee(""));
    fixture.book(type, "2026-03-05T15:00:00Z", "bob@example.com");
    fixture.clock.set("2026-03-03T16:30:00Z");
    fixture.book(type, "2026-03-06T15:00:00Z", "bob@example.com");
  }

  @Test
  void limitsThemUnderConcurrentRequestsToo() throws Exception {
    EventType type = fixture.addEventType(t -> t.mostPerInvitee(1));
    List<BookOutcome> outcomes =
        Concurrently.run(
            8,
            i ->
                fixture.tryBook(type, "2026-03-0" + (3 + i % 4) + "T15:00:00Z", "bob@example.com"));
    assertThat(outcomes).filteredOn(BookOutcome.Booked.class::isInstance).hasSize(1);
  }
}
