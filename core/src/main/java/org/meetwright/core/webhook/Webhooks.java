package org.meetwright.core.webhook;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.Ids;
import org.meetwright.core.webhook.WebhookMapper.WebhookRow;

/// The webhooks of hosts.
public final class Webhooks {
  private final Database database;
  private final InstantSource clock;
  private final Sealer sealer;

  /// Creates the service.
  public Webhooks(Database database, InstantSource clock, Sealer sealer) {
    this.database = database;
    this.clock = clock;
    this.sealer = sealer;
  }

  /// Adds a webhook with a secret of its own.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (field `events`) if there is no event
  public Webhook add(UUID hostId, HttpUrl url, Set<WebhookEvent> events) {
    Instant now = now();
    Webhook webhook =
        new Webhook(
            Ids.next(), hostId, url, events, true, WebhookSecret.next(), null, null, null, now);
    WebhookRow row = WebhookRow.of(webhook, sealer);
    return database.inTransaction(
        tx -> {
          tx.mapper(WebhookMapper.class).insert(row);
          News.note(tx, NewsKind.WEBHOOK_CHANGED, List.of(hostId), row.id(), now);
          return webhook;
        });
  }

  /// Returns a host's webhooks, the oldest first.
  public List<Webhook> list(UUID hostId) {
    return StoredRows.list(
        database.read(tx -> tx.mapper(WebhookMapper.class).list(hostId)),
        row -> row.webhook(sealer));
  }

  /// Returns a webhook; empty if there is none.
  public Optional<Webhook> find(UUID id) {
    return database.read(
        tx -> Optional.ofNullable(webhook(tx.mapper(WebhookMapper.class).find(id))));
  }

  /// Changes a webhook.
  ///
  /// @return how it is now; empty if there is none
  public Optional<Webhook> change(UUID id, Webhook.Change change) {
    Instant now = now();
    return database.inTransaction(
        tx -> {
          WebhookMapper mapper = tx.mapper(WebhookMapper.class);
          Webhook old = webhook(mapper.lock(id));
          if (old == null) {
            return Optional.empty();
          }
          Webhook changed = old.with(change, now);
          mapper.update(WebhookRow.of(changed, sealer));
          News.note(tx, NewsKind.WEBHOOK_CHANGED, List.of(old.hostId()), id, now);
          return Optional.of(changed);
        });
  }

  /// Gives all webhooks new secrets, because the old ones cannot be read any more. They are off
  /// until their hosts have told the receivers.
  ///
  /// @return how many there are
  public int renewSecrets() {
    List<UUID> all = database.read(tx -> tx.mapper(WebhookMapper.class).ids());
    for (UUID id : all) {
      String sealed = WebhookRow.sealed(id, WebhookSecret.next(), sealer);
      database.inTransaction(tx -> tx.mapper(WebhookMapper.class).renewSecret(id, sealed));
    }
    return all.size();
  }

  /// Deletes a webhook, and what is known of deliveries to it. What was still to be sent is not
  /// sent.
  ///
  /// @return whether the host had it
  public boolean delete(UUID hostId, UUID id) {
    return database.inTransaction(
        tx -> {
          WebhookMapper mapper = tx.mapper(WebhookMapper.class);
          WebhookRow webhook = mapper.lock(id);
          if (webhook == null || !webhook.hostId().equals(hostId)) {
            return false;
          }
          tx.mapper(DeliveryMapper.class).deleteEventsOf(id);
          News.note(tx, NewsKind.WEBHOOK_CHANGED, List.of(hostId), id, now());
          return mapper.delete(hostId, id) > 0;
        });
  }

  private @Nullable Webhook webhook(@Nullable WebhookRow row) {
    return row == null ? null : row.webhook(sealer);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
