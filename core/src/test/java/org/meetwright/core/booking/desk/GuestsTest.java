package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.Invitee;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Audience;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
@Tag("attack")
class GuestsTest extends DeskTest {
  private static final Instant START = Instant.parse("2026-03-03T15:00:00Z");
  private static final Instant LATER = Instant.parse("2026-03-03T16:00:00Z");

  private EventType type(Guests guests, UnaryOperator<EventTypeBuilder> more) {
    return fixture.addEventType(
        t -> more.apply(t.policies(TestPolicies.with(Policies.FREE, guests))));
  }

  private Booking book(EventType type, int guests, Actor actor) {
    BookRequest wish =
        new BookRequest(
            type.id(),
            START,
            new Invitee(
                "Bob", new EmailAddress("bob@example.com"), ZoneId.of("UTC"), Locale.ENGLISH),
            IntStream.range(0, guests)
                .mapToObj(i -> new EmailAddress("guest" + i + "@example.com"))
                .toList(),
            Map.of(),
            "",
            Map.of(),
            null,
            null);
    return ((BookOutcome.Booked) desk.book(wish, actor)).booking();
  }

  private Booking book(Guests rule, int guests) {
    return book(type(rule, t -> t), guests, Actor.INVITEE);
  }

  private List<BookingNotice.Event> toldToGuests() {
    return fixture.core.outbox().list(BookingNotice.KIND, null, 500).stream()
        .map(message -> BookingNotice.KIND.read(message).notice())
        .filter(notice -> notice.audience() == Audience.GUEST)
        .map(BookingNotice::event)
        .toList();
  }

  private long invitations() {
    return toldToGuests().stream().filter(BookingNotice.Event.BOOKED::equals).count();
  }

  private Booking reload(Booking booking) {
    return fixture.core.bookings().find(booking.id()).orElseThrow();
  }

  @Test
  void tellsThreeAtOnceAndLetsMoreWaitIfNothingElseIsSaid() {
    assertThat(book(Guests.USUAL, 3).guestsWait()).isFalse();
    assertThat(invitations()).isEqualTo(3);
  }

  @Test
  void letsFourWait() {
    Booking booking = book(Guests.USUAL, 4);

    assertThat(booking.guestsWait()).isTrue();
    assertThat(reload(booking)).isEqualTo(booking);
    assertThat(toldToGuests()).isEmpty();
  }

  @Test
  void tellsTenAtOnceWhereTheHostWantsItSo() {
    assertThat(book(Guests.of("atOnce"), 10).guestsWait()).isFalse();
    assertThat(invitations()).isEqualTo(10);
  }

  @Test
  void letsOneWaitAfterConfirmation() {
    assertThat(book(Guests.AFTER_CONFIRMATION, 1).guestsWait()).isTrue();
    assertThat(toldToGuests()).isEmpty();
  }

  @Test
  void refusesGuestsWhereThereAreNone() {
    assertThatThrownBy(() -> book(Guests.OFF, 1))
        .isInstanceOfSatisfying(
            InvalidValueException.class, wrong -> assertThat(wrong.field()).isEqualTo("guests"));
    assertThat(fixture.core.outbox().list(BookingNotice.KIND, null, 10)).isEmpty();
  }

  @Test
  void refusesMoreThanTen() {
    assertThatThrownBy(() -> book(Guests.of("atOnce"), 11)).hasMessageContaining("10");
  }

  @Test
  void tellsTheGuestsOfAnInviteeWhoseAddressIsConfirmed() {
    EventType type =
        fixture.addEventType(
            t ->
                t.policies(
                    TestPolicies.withConfirmedEmail(
                        TestPolicies.with(Policies.FREE, Guests.AFTER_CONFIRMATION))));
    assertThat(book(type, 10, Actor.INVITEE).guestsWait()).isFalse();
    assertThat(invitations()).isEqualTo(10);
  }

  @Test
  void tellsTheGuestsOfABookingThatAHostMakes() {
    assertThat(book(type(Guests.AFTER_CONFIRMATION, t -> t), 10, Actor.HOST).guestsWait())
        .isFalse();
    assertThat(invitations()).isEqualTo(10);
  }

  @Test
  void tellsTheGuestsOfARequestWhenTheHostApproves() {
    Booking booking = book(type(Guests.AFTER_CONFIRMATION, t -> t.approval()), 5, Actor.INVITEE);
    assertThat(toldToGuests()).isEmpty();

    desk.confirm(booking.id(), new Change(Actor.HOST, fixture.ada.id(), null, ""));
    assertThat(toldToGuests().stream().filter(BookingNotice.Event.CONFIRMED::equals)).hasSize(5);
  }

  @Test
  void tellsTheGuestsOfARequestNothingBeforeTheHostApproves() {
    Booking booking = book(type(Guests.of("atOnce"), t -> t.approval()), 5, Actor.INVITEE);
    assertThat(booking.guestsWait()).isTrue();
    desk.reschedule(booking.id(), LATER, Change.byInvitee(""));
    desk.decline(booking.id(), new Change(Actor.HOST, fixture.ada.id(), null, ""));
    assertThat(toldToGuests()).isEmpty();
  }

  @Test
  void tellsTheGuestsWhoKnowTheMeetingThatItsMoveWasDeclined() {
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    Booking booking = book(type(Guests.USUAL, t -> t.approval()), 1, Actor.INVITEE);
    desk.confirm(booking.id(), byHost);
    desk.reschedule(booking.id(), LATER, Change.byInvitee(""));
    desk.decline(booking.id(), byHost);
    assertThat(toldToGuests())
        .containsExactlyInAnyOrder(
            BookingNotice.Event.CONFIRMED,
            BookingNotice.Event.RESCHEDULED,
            BookingNotice.Event.CANCELLED);
  }

  @Test
  void tellsNobodyWhoWaitsOfMovesAndTheEnd() {
    Booking booking = book(Guests.AFTER_CONFIRMATION, 2);
    desk.reschedule(booking.id(), LATER, Change.byInvitee("Join me at evil.example"));
    desk.cancel(booking.id(), Change.byInvitee(""));

    assertThat(toldToGuests()).isEmpty();
    assertThat(desk.inviteGuests(booking.id())).isInstanceOf(ChangeOutcome.NotPossible.class);
    assertThat(toldToGuests()).isEmpty();
  }

  @Test
  void invitesThoseWhoWaitOnceWithTheirReminders() {
    EventType type = type(Guests.AFTER_CONFIRMATION, t -> t.reminders(60, 120));
    Booking booking = book(type, 2, Actor.INVITEE);
    desk.reschedule(booking.id(), LATER, Change.byInvitee(""));

    ChangeOutcome invited = desk.inviteGuests(booking.id());
    assertThat(invited).isEqualTo(new ChangeOutcome.Changed(reload(booking)));
    assertThat(reload(booking).guestsWait()).isFalse();
    assertThat(invitations()).isEqualTo(2);
    assertThat(toldToGuests().stream().filter(BookingNotice.Event.REMINDER::equals))
        .as("an hour and two before")
        .hasSize(4);
    assertThat(fixture.core.bookings().history(booking.id()))
        .extracting(HistoryEntry::action)
        .containsExactly("booked", "rescheduled", "guests_invited");

    desk.inviteGuests(booking.id());
    assertThat(invitations()).isEqualTo(2);
    desk.cancel(booking.id(), Change.byInvitee(""));
    assertThat(toldToGuests().stream().filter(BookingNotice.Event.CANCELLED::equals)).hasSize(2);
  }

  @Test
  void invitesThoseWhoWaitWhenAHostConfirms() {
    Booking booking = book(Guests.AFTER_CONFIRMATION, 2);

    desk.confirm(booking.id(), new Change(Actor.HOST, fixture.ada.id(), null, ""));
    assertThat(invitations()).isEqualTo(2);
  }

  @Test
  void readsWhatWasWrittenDownBeforeGuestsCouldWait() {
    String now = StoredSnapshot.json(BookingSnapshot.of(book(Guests.USUAL, 1), List.of()));
    String before = now.replaceFirst("\"guestsWait\":(true|false),?", "");

    assertThat(before).isNotEqualTo(now);
    assertThat(StoredSnapshot.parse(before).booking().guestsWait()).isFalse();
  }
}
