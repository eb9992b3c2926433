package org.meetwright.core.webhook.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.DeliveryMapper;
import org.meetwright.core.webhook.DeliveryMapper.AttemptRow;
import org.meetwright.core.webhook.DeliveryMapper.DeliveryRow;
import org.meetwright.core.webhook.DeliveryMapper.EventRow;
import org.meetwright.core.webhook.DeliveryMapper.NewDeliveryRow;
import org.meetwright.core.webhook.Webhook;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.WebhookMapper;
import org.meetwright.core.webhook.WebhookMapper.WebhookRow;

/// The sender's side of deliveries: what to send, where, and with what result.
public final class WebhookDispatch {
  /// How long a webhook may fail before it is switched off.
  public static final Duration PATIENCE = Duration.ofDays(5);

  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;
  private final Sealer sealer;

  /// Creates the service.
  public WebhookDispatch(Database database, Outbox outbox, InstantSource clock, Sealer sealer) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
    this.sealer = sealer;
  }

  /// A delivery that is to be sent now.
  ///
  /// Wide: it carries what one request to a webhook is made of.
  ///
  /// @param bookingId null if it is not about a booking
  /// @param occurredAt when the event happened
  /// @param sequence of a reminder, the calendar sequence of the booking that it belongs to
  /// @param snapshot the booking as it was then; null if it has a body, and for reminders
  /// @param body what is sent; null if nobody has made it yet
  public record Dispatch(
      UUID deliveryId,
      Webhook webhook,
      UUID eventId,
      WebhookEvent event,
      @Nullable UUID bookingId,
      Instant occurredAt,
      @Nullable Integer sequence,
      @Nullable String snapshot,
      @Nullable String body) {}

  /// Returns what a message of the outbox is to send; empty if the delivery is gone or over, or was
  /// started again with another message.
  ///
  /// @param key the message's dedupe key
  public Optional<Dispatch> open(UUID deliveryId, String key) {
    return database.consistentRead(
        tx -> {
          DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
          DeliveryRow row = mapper.find(deliveryId);
          // A success that the program did not live to mark in the outbox is not sent again.
          if (row == null || !row.messageKey().equals(key) || !row.state().equals("pending")) {
            return Optional.empty();
          }
          WebhookRow webhook = tx.mapper(WebhookMapper.class).find(row.webhookId());
          EventRow event = mapper.event(row.eventId());
          return webhook == null || event == null
              ? Optional.empty()
              : Optional.of(parcel(row, webhook, event));
        });
  }

  private Dispatch parcel(DeliveryRow row, WebhookRow webhook, EventRow event) {
    return new Dispatch(
        row.id(),
        webhook.webhook(sealer),
        event.id(),
        WebhookEvent.stored(event.type()),
        event.bookingId(),
        event.occurredAt(),
        event.sequence(),
        event.snapshot(),
        event.body());
  }

  /// Keeps the body of an event, made from its snapshot. Of several, the first stays.
  ///
  /// @return the body that is to be sent; empty if the event has been deleted meanwhile
  public Optional<String> keepBody(UUID eventId, String body) {
    return database.inTransaction(
        tx -> {
          DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
          mapper.setBody(eventId, body);
          return Optional.ofNullable(mapper.event(eventId)).map(EventRow::body);
        });
  }

  /// Forgets a delivery that is no longer wanted.
  public void drop(UUID deliveryId) {
    database.inTransaction(tx -> tx.mapper(DeliveryMapper.class).delete(deliveryId));
  }

  /// Gives up a delivery whose webhook is off.
  public void giveUp(UUID deliveryId) {
    database.inTransaction(
        tx -> tx.mapper(DeliveryMapper.class).settle(deliveryId, "failed", now()));
  }

  /// Keeps an attempt. A webhook that has failed for [#PATIENCE], or wants nothing any more, is
  /// switched off, and its host told.
  public void note(UUID deliveryId, UUID webhookId, WebhookAttempt attempt) {
    database.inTransaction(
        tx -> {
          DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
          if (mapper.settle(deliveryId, stateAfter(attempt), attempt.at()) == 0) {
            return false;
          }
          mapper.insertAttempt(row(deliveryId, attempt));
          if (attempt.succeeded()) {
            boolean failed = tx.mapper(WebhookMapper.class).noteSuccess(webhookId) > 0;
            if (failed) {
              tell(tx, NewsKind.WEBHOOK_WORKS, webhookId, attempt.at());
            }
            return failed;
          }
          return noteFailure(tx, webhookId, attempt);
        });
  }

  private static String stateAfter(WebhookAttempt attempt) {
    if (attempt.succeeded()) {
      return "succeeded";
    }
    return attempt.isRefusedForGood() ? "failed" : "pending";
  }

  private boolean noteFailure(Transaction tx, UUID webhookId, WebhookAttempt attempt) {
    WebhookMapper mapper = tx.mapper(WebhookMapper.class);
    if (mapper.noteFailure(webhookId, attempt.at()) > 0) {
      tell(tx, NewsKind.WEBHOOK_FAILING, webhookId, attempt.at());
    }
    Instant latest = attempt.isRefusedForGood() ? attempt.at() : attempt.at().minus(PATIENCE);
    if (mapper.switchOff(webhookId, latest) == 0) {
      return false;
    }
    tell(tx, NewsKind.WEBHOOK_OFF, webhookId, attempt.at());
    WebhookRow webhook = mapper.find(webhookId);
    Instant since = webhook == null ? null : webhook.failingSince();
    SwitchedOffNotice news =
        new SwitchedOffNotice(
            webhookId,
            since == null ? attempt.at() : since,
            String.valueOf(attempt.error()),
            attempt.at());
    String key = SwitchedOffNotice.KIND + "-" + webhookId + "-" + Ids.next();
    outbox.put(tx, List.of(SwitchedOffNotice.KIND.message(key, null, news, attempt.at())));
    return true;
  }

  private static void tell(Transaction tx, NewsKind kind, UUID webhookId, Instant at) {
    WebhookRow webhook = tx.mapper(WebhookMapper.class).find(webhookId);
    if (webhook != null) {
      News.tell(tx, kind, List.of(webhook.hostId()), webhookId, at);
    }
  }

  /// Keeps a test and its only attempt. It counts neither for nor against the webhook.
  ///
  /// @return the delivery
  public WebhookDelivery keepTest(
      UUID webhookId, UUID eventId, String body, WebhookAttempt attempt) {
    UUID id = Ids.next();
    String state = attempt.succeeded() ? "succeeded" : "failed";
    WebhookEvent event = WebhookEvent.TEST;
    database.inTransaction(
        tx -> {
          DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
          mapper.insertEvents(
              List.of(new EventRow(eventId, event.word(), null, attempt.at(), null, null, body)));
          mapper.insertDeliveries(
              List.of(
                  new NewDeliveryRow(id, webhookId, eventId, state, "test-" + id, attempt.at())));
          return mapper.insertAttempt(row(id, attempt));
        });
    return new WebhookDelivery(
        id, webhookId, eventId, event, WebhookDelivery.State.of(state), List.of(attempt), null);
  }

  private static AttemptRow row(UUID deliveryId, WebhookAttempt attempt) {
    return new AttemptRow(
        Ids.next(),
        deliveryId,
        attempt.at(),
        attempt.status(),
        attempt.error(),
        attempt.tookMillis(),
        attempt.answer());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
