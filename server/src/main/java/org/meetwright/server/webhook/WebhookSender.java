package org.meetwright.server.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.Bookings;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.outbox.Delivery;
import org.meetwright.core.outbox.Message;
import org.meetwright.core.question.Question;
import org.meetwright.core.webhook.delivery.WebhookAttempt;
import org.meetwright.core.webhook.delivery.WebhookDispatch;
import org.meetwright.core.webhook.delivery.WebhookDispatch.Dispatch;
import org.meetwright.core.webhook.delivery.WebhookMessage;

/// Sends events to webhooks. The body of an event is made once, stored, and sent unchanged from
/// then on.
public final class WebhookSender implements Delivery<WebhookMessage> {
  private final EventTypes eventTypes;
  private final Bookings bookings;
  private final WebhookDispatch dispatch;
  private final WebhookRequests requests;
  private final Function<BookingSnapshot, Object> told;

  /// Creates the sender.
  ///
  /// @param told makes the `data` of an event
  public WebhookSender(
      EventTypes eventTypes,
      Bookings bookings,
      WebhookDispatch webhookDispatch,
      WebhookRequests requests,
      Function<BookingSnapshot, Object> told) {
    this.eventTypes = eventTypes;
    this.bookings = bookings;
    this.dispatch = webhookDispatch;
    this.requests = requests;
    this.told = told;
  }

  /// Makes one attempt. Nothing is sent of what has been deleted, nor to remind of a meeting that
  /// is no longer held at that time.
  ///
  /// @throws IOException if it failed and is to be tried again
  @Override
  public void deliver(WebhookMessage what, Message message) throws IOException {
    UUID id = what.deliveryId();
    Dispatch parcel = dispatch.open(id, message.dedupeKey()).orElse(null);
    if (parcel == null) {
      return;
    }
    if (!parcel.webhook().active()) {
      dispatch.giveUp(id);
      return;
    }
    String body = parcel.body() == null ? newBody(parcel) : parcel.body();
    if (body == null) {
      dispatch.drop(id);
      return;
    }
    send(parcel, body);
  }

  private void send(Dispatch parcel, String body) throws IOException {
    WebhookAttempt attempt =
        requests.attempt(parcel.webhook(), parcel.eventId(), body.getBytes(StandardCharsets.UTF_8));
    dispatch.note(parcel.deliveryId(), parcel.webhook().id(), attempt);
    if (!attempt.succeeded() && !attempt.isRefusedForGood()) {
      throw new IOException(attempt.error());
    }
  }

  private @Nullable String newBody(Dispatch parcel) {
    BookingSnapshot snapshot = snapshot(parcel);
    if (snapshot == null) {
      return null;
    }
    String body =
        EventBody.json(parcel.eventId(), parcel.event(), parcel.occurredAt(), told.apply(snapshot));
    return dispatch.keepBody(parcel.eventId(), body).orElse(null);
  }

  /// Returns the booking as it was when the event happened; for a reminder that is now. Null if
  /// there is nothing to tell any more.
  private @Nullable BookingSnapshot snapshot(Dispatch parcel) {
    if (parcel.snapshot() != null) {
      return StoredSnapshot.parse(parcel.snapshot());
    }
    Integer sequence = parcel.sequence();
    return Optional.ofNullable(parcel.bookingId())
        .flatMap(bookings::find)
        .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
        .filter(booking -> sequence != null && sequence == booking.calendarSequence())
        .map(booking -> BookingSnapshot.of(booking, questions(booking)))
        .orElse(null);
  }

  private List<Question> questions(Booking booking) {
    return Optional.ofNullable(booking.eventTypeId())
        .flatMap(eventTypes::find)
        .map(EventType::questions)
        .orElse(List.of());
  }
}
