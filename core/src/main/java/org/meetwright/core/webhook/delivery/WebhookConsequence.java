package org.meetwright.core.webhook.delivery;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.change.BookingChange;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.change.Consequence;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.question.Question;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.delivery.NewEvents.NewEvent;

/// Sends changes of bookings to the webhooks of their hosts, and of their former hosts.
public final class WebhookConsequence implements Consequence {
  @Override
  public List<NewMessage> of(Transaction tx, BookingChange change) {
    WebhookEvent type = WebhookEvent.of(change.event());
    return type == null
        ? List.of()
        : NewEvents.write(
            tx,
            change.hostIds(),
            events(type, change),
            () -> StoredSnapshot.json(snapshot(change)));
  }

  private static List<NewEvent> events(WebhookEvent type, BookingChange change) {
    Booking booking = change.booking();
    List<NewEvent> events = new ArrayList<>();
    events.add(new NewEvent(type, booking.id(), change.at(), null));
    if (change.asksAgain()) {
      events.add(new NewEvent(WebhookEvent.REQUESTED, booking.id(), change.at(), null));
    }
    change
        .reminders()
        .forEach(
            reminder ->
                events.add(
                    new NewEvent(
                        WebhookEvent.REMINDER,
                        booking.id(),
                        reminder.due(),
                        booking.calendarSequence())));
    return events;
  }

  private static BookingSnapshot snapshot(BookingChange change) {
    EventType eventType = change.eventType();
    List<Question> asked = eventType == null ? List.of() : eventType.questions();
    @Nullable String reason = change.before() == null ? null : change.change().reason();
    return BookingSnapshot.of(change.booking(), asked, change.movedFrom(), reason);
  }
}
