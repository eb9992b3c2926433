package org.meetwright.core.booking.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.HistoryEntry;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.booking.notice.BookingNotice.Event;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Handler;
import org.meetwright.core.outbox.Message;

/// An approval is not bypassed by moving, and does not wait for ever.
@ParameterizedClass
@EachDatabase
class ApprovalTest extends DeskTest {
  private static final String DAY = "2026-03-04";
  private static final String TEN = "2026-03-04T15:00:00Z";
  private static final String ELEVEN = "2026-03-04T16:00:00Z";
  private static final Change BY_INVITEE = Change.byInvitee("");

  private Change byHost;
  private EventType type;

  @BeforeEach
  void open() {
    byHost = new Change(Actor.HOST, fixture.ada.id(), null, "");
    type = fixture.addEventType(t -> t.approval());
  }

  private Booking move(UUID id, String start, Change change) {
    return changed(desk.reschedule(id, Instant.parse(start), change));
  }

  private Booking now(Booking booking) {
    return fixture.core.bookings().find(booking.id()).orElseThrow();
  }

  private List<String> told(Event event) {
    return fixture.core.outbox().list(BookingNotice.KIND, null, 100).stream()
        .map(message -> BookingNotice.KIND.read(message).notice())
        .filter(notice -> notice.event() == event)
        .map(notice -> notice.audience().name())
        .sorted()
        .toList();
  }

  private List<Message> timers() {
    return fixture.core.outbox().list(UnansweredRequest.KIND, null, 100);
  }

  /// Delivers the messages that end requests and are due.
  private void endWhatIsDue() throws Exception {
    var ends = new Handler<>(UnansweredRequest.KIND, UnansweredRequest.delivery(desk));
    for (Message message : timers()) {
      if (!message.dueAt().isAfter(fixture.clock.instant())) {
        ends.deliver(message);
      }
    }
  }

  @Test
  void anInviteesMoveIsPendingAgainAtTheNewTime() {
    Booking asked = fixture.book(type, TEN);
    changed(desk.confirm(asked.id(), byHost));
    Booking moved = move(asked.id(), ELEVEN, BY_INVITEE);
    assertThat(moved.status()).isEqualTo(BookingStatus.PENDING);
    assertThat(moved.calendarUid()).isEqualTo(asked.calendarUid());
    assertThat(fixture.startsOn(type, DAY)).contains(TEN).doesNotContain(ELEVEN);
    assertThat(told(Event.MOVE_REQUESTED)).containsExactly("HOST", "INVITEE");
    assertThat(told(Event.RESCHEDULED)).isEmpty();
    assertThat(changed(desk.confirm(asked.id(), byHost)).status())
        .isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void aHostsMoveStaysAsItWas() {
    Booking asked = fixture.book(type, TEN);
    assertThat(move(asked.id(), ELEVEN, byHost).status()).isEqualTo(BookingStatus.PENDING);
    changed(desk.confirm(asked.id(), byHost));
    assertThat(move(asked.id(), TEN, byHost).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(told(Event.MOVE_REQUESTED)).isEmpty();
    Booking free = fixture.book(fixture.addEventType(t -> t.slug("free")), ELEVEN);
    assertThat(move(free.id(), "2026-03-04T17:00:00Z", BY_INVITEE).status())
        .isEqualTo(BookingStatus.CONFIRMED);
  }

  @Test
  void anUnansweredRequestEndsAtItsStart() throws Exception {
    Booking asked = fixture.book(type, TEN);
    assertThat(timers()).extracting(Message::dueAt).containsExactly(Instant.parse(TEN));
    assertThat(told(Event.UNANSWERED)).containsExactly("HOST");
    assertThat(fixture.core.outbox().list(BookingNotice.KIND, null, 100))
        .filteredOn(
            message -> BookingNotice.KIND.read(message).notice().event() == Event.UNANSWERED)
        .extracting(Message::dueAt)
        .containsExactly(Instant.parse("2026-03-03T15:00:00Z"));
    fixture.clock.set(TEN);
    endWhatIsDue();
    assertThat(now(asked).status()).isEqualTo(BookingStatus.DECLINED);
    assertThat(told(Event.EXPIRED)).containsExactly("HOST", "INVITEE");
    HistoryEntry last = fixture.core.bookings().history(asked.id()).getLast();
    assertThat(last.actor() + " " + last.action()).isEqualTo("system declined");
    endWhatIsDue();
    assertThat(told(Event.EXPIRED)).hasSize(2);
    assertThat(desk.confirm(asked.id(), byHost)).isInstanceOf(ChangeOutcome.NotPossible.class);
  }

  @Test
  void whatWasAnsweredOrMovedIsLeftAlone() throws Exception {
    Booking confirmed = fixture.book(type, TEN, "one@example.com");
    changed(desk.confirm(confirmed.id(), byHost));
    Booking moved = fixture.book(type, ELEVEN, "two@example.com");
    move(moved.id(), "2026-03-04T18:00:00Z", BY_INVITEE);
    fixture.clock.set("2026-03-04T17:59:59Z");
    endWhatIsDue();
    assertThat(now(confirmed).status()).isEqualTo(BookingStatus.CONFIRMED);
    assertThat(now(moved).status()).isEqualTo(BookingStatus.PENDING);
    fixture.clock.set("2026-03-04T18:00:00Z");
    endWhatIsDue();
    assertThat(now(moved).status()).isEqualTo(BookingStatus.DECLINED);
  }

  @Test
  void remindsNobodyOfARequestForTheNextDay() {
    fixture.clock.set("2026-03-03T15:00:00Z");
    fixture.book(type, TEN);
    assertThat(told(Event.UNANSWERED)).isEmpty();
    assertThat(timers()).hasSize(1);
  }
}
