package org.meetwright.core.webhook.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.outbox.Outbox;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.DeliveryMapper;
import org.meetwright.core.webhook.DeliveryMapper.AttemptRow;
import org.meetwright.core.webhook.DeliveryMapper.DeliveryRow;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.core.webhook.WebhookMapper;
import org.meetwright.core.webhook.WebhookMapper.WebhookRow;

/// Lists deliveries to webhooks, and sends them again.
public final class WebhookDeliveries {
  private final Database database;
  private final Outbox outbox;
  private final InstantSource clock;

  /// Creates the service.
  public WebhookDeliveries(Database database, Outbox outbox, InstantSource clock) {
    this.database = database;
    this.outbox = outbox;
    this.clock = clock;
  }

  /// What became of a wish to send a delivery again.
  public sealed interface ReplayOutcome {
    /// It is sent again at once.
    record Replayed(WebhookDelivery delivery) implements ReplayOutcome {}

    /// There is no such delivery.
    record NotFound() implements ReplayOutcome {}

    /// The webhook is switched off.
    record Inactive() implements ReplayOutcome {}
  }

  /// Returns deliveries to a webhook, those last changed first, with their attempts.
  ///
  /// @param state null for any
  /// @param limit how many at most, at least 1
  public List<WebhookDelivery> list(
      UUID webhookId, WebhookDelivery.@Nullable State state, int limit) {
    return database.consistentRead(
        tx ->
            withAttempts(
                tx,
                tx.mapper(DeliveryMapper.class)
                    .list(webhookId, state == null ? null : state.word(), limit)));
  }

  /// Returns a delivery; empty if there is none.
  public Optional<WebhookDelivery> find(UUID id) {
    return database.read(tx -> find(tx, id));
  }

  private static Optional<WebhookDelivery> find(Transaction tx, UUID id) {
    DeliveryRow row = tx.mapper(DeliveryMapper.class).find(id);
    return row == null ? Optional.empty() : Optional.of(withAttempts(tx, List.of(row)).getFirst());
  }

  private static List<WebhookDelivery> withAttempts(Transaction tx, List<DeliveryRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<WebhookAttempt>> attempts =
        tx
            .mapper(DeliveryMapper.class)
            .attempts(rows.stream().map(DeliveryRow::id).toList())
            .stream()
            .collect(
                Collectors.groupingBy(
                    AttemptRow::deliveryId,
                    Collectors.mapping(WebhookDeliveries::attempt, Collectors.toList())));
    return rows.stream()
        .map(
            row ->
                new WebhookDelivery(
                    row.id(),
                    row.webhookId(),
                    row.eventId(),
                    WebhookEvent.stored(row.event()),
                    WebhookDelivery.State.of(row.state()),
                    attempts.getOrDefault(row.id(), List.of()),
                    row.nextAttemptAt()))
        .toList();
  }

  private static WebhookAttempt attempt(AttemptRow row) {
    return new WebhookAttempt(
        row.attemptedAt(), row.status(), row.error(), row.tookMillis(), row.answer());
  }

  /// Sends a delivery again, whatever its state: the same bytes under the same id, tried as often
  /// as a new one.
  public ReplayOutcome replay(UUID id) {
    Instant now = now();
    return database.inTransaction(
        tx -> {
          DeliveryRow row = tx.mapper(DeliveryMapper.class).find(id);
          WebhookRow webhook =
              row == null ? null : tx.mapper(WebhookMapper.class).find(row.webhookId());
          if (row == null || webhook == null) {
            return new ReplayOutcome.NotFound();
          }
          if (!webhook.active()) {
            return new ReplayOutcome.Inactive();
          }
          begin(tx, row, now);
          return new ReplayOutcome.Replayed(find(tx, id).orElseThrow());
        });
  }

  /// Sends again what failed, to webhooks that are on.
  ///
  /// @param since only what was last tried then or later, inclusive
  /// @return how many deliveries
  public int replayFailed(Instant since) {
    Instant now = now();
    return database.inTransaction(
        tx -> {
          List<DeliveryRow> failed = tx.mapper(DeliveryMapper.class).failedSince(since);
          failed.forEach(row -> begin(tx, row, now));
          return failed.size();
        });
  }

  /// The old message, if it is still to be delivered, finds another key and is dropped.
  private void begin(Transaction tx, DeliveryRow row, Instant now) {
    DeliveryMapper mapper = tx.mapper(DeliveryMapper.class);
    DeliveryMapper.EventRow event = mapper.event(row.eventId());
    String key = "webhook-" + row.id() + "-" + Ids.next();
    mapper.begin(row.id(), key);
    outbox.put(
        tx,
        List.of(
            NewEvents.message(
                row.webhookId(), row.id(), key, event == null ? null : event.bookingId(), now)));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
