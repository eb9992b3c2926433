package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.value.InvalidValueException;

@ParameterizedClass
@EachDatabase
class PoliciesTest extends DeskTest {
  private static final String TEN = "2026-03-03T15:00:00Z";
  private static final Instant ELEVEN = Instant.parse("2026-03-03T16:00:00Z");

  private EventType typeWith(ChangePolicy cancellation, ChangePolicy reschedule) {
    return fixture.addEventType(t -> t.policies(Policies.of(cancellation, reschedule)));
  }

  @Test
  void letsAnInviteeCancelUntilTheNoticeBeginsAndNotFromThenOn() {
    EventType type = typeWith(new ChangePolicy(60, false), ChangePolicy.FREE);
    Booking first = fixture.book(type, TEN);
    Booking second = fixture.book(type, "2026-03-03T15:30:00Z");

    fixture.clock.set("2026-03-03T14:30:00Z");

    assertThat(desk.cancel(first.id(), Change.byInvitee("")))
        .isEqualTo(
            new ChangeOutcome.NotPossible(
                "It could be cancelled until 2026-03-03T14:00:00Z; write to the host."));
    assertThat(desk.cancel(second.id(), Change.byInvitee("")))
        .as("exactly an hour before is too late")
        .isInstanceOf(ChangeOutcome.NotPossible.class);
    fixture.clock.set("2026-03-03T14:29:59Z");
    assertThat(desk.cancel(second.id(), Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  @Test
  void letsAnInviteeMoveUntilTheNoticeBeginsAndCancelAfterIt() {
    EventType type = typeWith(ChangePolicy.FREE, new ChangePolicy(60, false));
    Booking booking = fixture.book(type, TEN);

    fixture.clock.set("2026-03-03T14:00:00Z");

    assertThat(desk.reschedule(booking.id(), ELEVEN, Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.NotPossible.class);
    assertThat(fixture.core.bookings().find(booking.id())).contains(booking);
    assertThat(desk.cancel(booking.id(), Change.byInvitee("")))
        .isInstanceOf(ChangeOutcome.Changed.class);
  }

  @Test
  void bindsNoHost() {
    ChangePolicy never = new ChangePolicy(525600, true);
    EventType type = typeWith(never, never);
    Booking booking = fixture.book(type, TEN);
    Change byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");

    assertThat(desk.reschedule(booking.id(), ELEVEN, byHost))
        .isInstanceOf(ChangeOutcome.Changed.class);
    assertThat(desk.cancel(booking.id(), byHost)).isInstanceOf(ChangeOutcome.Changed.class);
  }

  @Test
  void wantsAReasonWhereOneIsRequired() {
    ChangePolicy reasoned = new ChangePolicy(null, true);
    EventType type = typeWith(reasoned, reasoned);
    Booking booking = fixture.book(type, TEN);

    assertThatThrownBy(() -> desk.cancel(booking.id(), Change.byInvitee(" ")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("must say why it is cancelled");
    assertThatThrownBy(() -> desk.reschedule(booking.id(), ELEVEN, Change.byInvitee("")))
        .isInstanceOf(InvalidValueException.class);
    assertThat(fixture.core.bookings().find(booking.id())).contains(booking);

    desk.reschedule(booking.id(), ELEVEN, Change.byInvitee("Train is late"));
    desk.cancel(booking.id(), Change.byInvitee("No train"));

    assertThat(fixture.core.bookings().history(booking.id()))
        .extracting(HistoryEntry::detailAndReason)
        .containsExactly(
            "for 2026-03-03T15:00:00Z",
            "from 2026-03-03T15:00:00Z to 2026-03-03T16:00:00Z: Train is late",
            "No train");
  }

  @Test
  void saysWhichHostDidIt() {
    EventType type = fixture.addEventType(t -> t.approval());
    Booking booking = fixture.book(type, TEN);

    desk.confirm(booking.id(), new Change(Actor.HOST, fixture.ada.id(), null, ""));
    desk.cancel(booking.id(), new Change(Actor.ADMIN, null, null, ""));

    assertThat(fixture.core.bookings().history(booking.id()))
        .extracting(HistoryEntry::actor, HistoryEntry::actorHandle, HistoryEntry::action)
        .containsExactly(
            tuple("invitee", null, "requested"),
            tuple("host", "ada", "confirmed"),
            tuple("admin", null, "cancelled"));
    assertThat(fixture.core.bookings().find(booking.id()).orElseThrow().status())
        .isEqualTo(BookingStatus.CANCELLED);
  }
}
