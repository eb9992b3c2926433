package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox.NewMessage;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.DeliveryMapper;
import org.meetwright.core.webhook.DeliveryMapper.EventRow;
import org.meetwright.core.webhook.DeliveryMapper.NewDeliveryRow;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.WebhookMapper;
import org.meetwright.core.webhook.WebhookMapper.WantedRow;

/// Writes the events of a booking for webhooks, in the transaction that changes the booking.
public final class NewEvents {
  private final List<EventRow> events = new ArrayList<>();
  private final List<NewDeliveryRow> deliveries = new ArrayList<>();
  private final List<NewMessage> messages = new ArrayList<>();

  private NewEvents() {}

  /// Something that happens to a booking.
  ///
  /// @param at when it happens, and is told
  /// @param sequence of a reminder, the calendar sequence of the booking that it belongs to; null
  ///   for everything else
  public record NewEvent(
      WebhookEvent type, UUID bookingId, Instant at, @Nullable Integer sequence) {}

  /// Writes an event once, and a delivery for each active webhook of the hosts that wants it. Asks
  /// the database once, and writes nothing if there is no such webhook.
  ///
  /// @param hostIds at least one
  /// @param snapshot makes the booking as it is now; reminders do without
  /// @return the messages that are to be put into the outbox in the same transaction
  public static List<NewMessage> write(
      Transaction tx,
      Collection<UUID> hostIds,
      List<NewEvent> happened,
      Supplier<String> snapshot) {
    List<WantedRow> webhooks = tx.mapper(WebhookMapper.class).wanted(hostIds);
    NewEvents written = new NewEvents();
    for (NewEvent event : happened) {
      List<UUID> wanting =
          webhooks.stream()
              .filter(webhook -> webhook.wants(event.type()))
              .map(WantedRow::id)
              .toList();
      if (!wanting.isEmpty()) {
        written.add(event, wanting, event.sequence() == null ? snapshot.get() : null);
      }
    }
    if (!written.events.isEmpty()) {
      DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
      mapper.insertEvents(written.events);
      mapper.insertDeliveries(written.deliveries);
    }
    return written.messages;
  }

  private void add(NewEvent event, List<UUID> webhookIds, @Nullable String snapshot) {
    UUID eventId = Ids.next();
    events.add(
        new EventRow(
            eventId,
            event.type().word(),
            event.bookingId(),
            event.at(),
            event.sequence(),
            snapshot,
            null));
    for (UUID webhookId : webhookIds) {
      UUID id = Ids.next();
      NewMessage message = message(webhookId, id, "webhook-" + id, event.bookingId(), event.at());
      deliveries.add(
          new NewDeliveryRow(id, webhookId, eventId, "pending", message.dedupeKey(), event.at()));
      messages.add(message);
    }
  }

  /// Returns the message that has something delivered. Each webhook has a lane of its own.
  static NewMessage message(
      UUID webhookId, UUID deliveryId, String key, @Nullable UUID bookingId, Instant due) {
    return WebhookMessage.KIND.message(
        key, webhookId.toString(), bookingId, new WebhookMessage(deliveryId), due);
  }
}
