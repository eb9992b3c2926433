package org.meetwright.core.booking.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingNotice.Event;
import org.meetwright.core.booking.BookingSnapshot;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.booking.desk.Consequences.Done;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.Question;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.webhook.NewEvents;
import org.meetwright.core.webhook.NewEvents.NewEvent;
import org.meetwright.core.webhook.WebhookEvent;

/// What webhooks are to be told about one change of a booking: those of its hosts, and of who was
/// its host before.
///
/// @param before the booking before the change; null if it is new
/// @param booking as it is after the change
record Tellings(@Nullable Booking before, Booking booking, Done done) {

  /// Writes the events and returns their messages.
  ///
  /// @param eventType null if it has been deleted since
  List<NewMessage> write(Transaction tx, @Nullable EventType eventType) {
    List<NewEvent> events = new ArrayList<>();
    events.add(new NewEvent(event(), booking.id(), done.at(), null));
    if (done.event() == Event.MOVE_REQUESTED) {
      events.add(new NewEvent(WebhookEvent.REQUESTED, booking.id(), done.at(), null));
    }
    if (eventType != null && booking.status() == BookingStatus.CONFIRMED) {
      events.addAll(reminders(eventType.reminderMinutes()));
    }
    List<Question> asked = eventType == null ? List.of() : eventType.questions();
    return NewEvents.write(tx, hostIds(), events, () -> snapshot(asked).json());
  }

  private BookingSnapshot snapshot(List<Question> asked) {
    String reason = before == null ? null : done.change().reason();
    return BookingSnapshot.of(booking, asked, done.before(), reason);
  }

  private WebhookEvent event() {
    return done.action().equals("booked")
        ? WebhookEvent.CREATED
        : WebhookEvent.of("booking." + done.action());
  }

  private List<NewEvent> reminders(List<Integer> minutesBefore) {
    List<NewEvent> reminders = new ArrayList<>();
    for (int minutes : minutesBefore) {
      Instant due = booking.start().minusSeconds(minutes * 60L);
      if (due.isAfter(done.at())) {
        reminders.add(
            new NewEvent(WebhookEvent.REMINDER, booking.id(), due, booking.calendarSequence()));
      }
    }
    return reminders;
  }

  private Set<UUID> hostIds() {
    Set<UUID> ids = new LinkedHashSet<>();
    Stream.concat(booking.hosts().stream(), before == null ? Stream.of() : before.hosts().stream())
        .map(MeetingHost::id)
        .forEach(ids::add);
    return ids;
  }
}
