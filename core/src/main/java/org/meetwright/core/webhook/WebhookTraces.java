package org.meetwright.core.webhook;

import java.util.Set;
import java.util.UUID;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.traces.ErasedHost;
import org.meetwright.core.traces.Traces;
import org.meetwright.core.value.EmailAddress;

/// Webhooks and their deliveries.
public final class WebhookTraces implements Traces {
  @Override
  public Set<String> tables() {
    return Set.of("webhook", "webhook_event", "webhook_delivery", "webhook_attempt");
  }

  @Override
  public void eraseBooking(Transaction tx, UUID bookingId) {
    tx.mapper(DeliveryMapper.class).deleteEvents(bookingId);
  }

  @Override
  public void eraseGuest(Transaction tx, UUID bookingId, EmailAddress guest) {
    tx.mapper(DeliveryMapper.class).deleteToldEvents(bookingId);
  }

  @Override
  public void eraseHost(Transaction tx, ErasedHost host) {
    tx.mapper(DeliveryMapper.class).deleteEventsOfHost(host.id());
    tx.mapper(WebhookMapper.class).deleteOfHost(host.id());
  }
}
