package org.meetwright.core.webhook;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.secrets.SealedPlace;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.database.mybatis.StoredRows;
import org.meetwright.core.value.HttpUrl;

/// SQL of the table `webhook`.
public interface WebhookMapper {
  /// A row of `webhook`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param events words with commas between them
  /// @param secret sealed, as the previous one is
  record WebhookRow(
      UUID id,
      UUID hostId,
      String url,
      String events,
      boolean active,
      String secret,
      @Nullable String previousSecret,
      @Nullable Instant previousUntil,
      @Nullable Instant failingSince,
      Instant createdAt) {
    static WebhookRow of(Webhook webhook, Sealer sealer) {
      WebhookSecret previous = webhook.previousSecret();
      return new WebhookRow(
          webhook.id(),
          webhook.hostId(),
          webhook.url().toString(),
          webhook.events().stream().map(WebhookEvent::word).collect(Collectors.joining(",")),
          webhook.active(),
          sealed(webhook.id(), webhook.secret(), sealer),
          previous == null
              ? null
              : sealer.seal(previous.value(), place(webhook.id(), "previous_secret")),
          webhook.previousUntil(),
          webhook.failingSince(),
          webhook.createdAt());
    }

    static String sealed(UUID id, WebhookSecret secret, Sealer sealer) {
      return sealer.seal(secret.value(), place(id, "secret"));
    }

    private static SealedPlace place(UUID id, String column) {
      return new SealedPlace("webhook", id, column);
    }

    /// Returns the webhook of the row.
    public Webhook webhook(Sealer sealer) {
      return StoredRows.read("webhook", id, () -> whole(sealer));
    }

    private Webhook whole(Sealer sealer) {
      return new Webhook(
          id,
          hostId,
          HttpUrl.of(url),
          eventSet(),
          active,
          new WebhookSecret(sealer.open(secret, place(id, "secret"))),
          previousSecret == null
              ? null
              : new WebhookSecret(sealer.open(previousSecret, place(id, "previous_secret"))),
          previousUntil,
          failingSince,
          createdAt);
    }

    private Set<WebhookEvent> eventSet() {
      return Arrays.stream(events.split(","))
          .map(WebhookEvent::stored)
          .collect(Collectors.toCollection(() -> EnumSet.noneOf(WebhookEvent.class)));
    }
  }

  /// What a webhook wants to be told.
  ///
  /// @param events words with commas between them
  record WantedRow(UUID id, String events) {
    /// Returns whether an event is one of them.
    public boolean wants(WebhookEvent event) {
      return List.of(events.split(",")).contains(event.word());
    }
  }

  @Insert(
      """
      INSERT INTO webhook (id, host_id, url, events, active, secret, created_at)
      VALUES (#{id}, #{hostId}, #{url}, #{events}, #{active}, #{secret}, #{createdAt})
      """)
  int insert(WebhookRow row);

  @Select("SELECT * FROM webhook WHERE id = #{id}")
  @Nullable WebhookRow find(UUID id);

  /// Holds the row until the transaction ends.
  @Select("SELECT * FROM webhook WHERE id = #{id} FOR UPDATE")
  @Nullable WebhookRow lock(UUID id);

  @Select("SELECT * FROM webhook WHERE host_id = #{hostId} ORDER BY created_at, id")
  List<WebhookRow> list(UUID hostId);

  /// Returns the active webhooks of hosts.
  @Select(
      """
      <script>
      SELECT id, events FROM webhook WHERE active AND host_id IN
      <foreach collection="hostIds" item="id" open="(" separator="," close=")">#{id}</foreach>
      ORDER BY id
      </script>
      """)
  List<WantedRow> wanted(@Param("hostIds") Collection<UUID> hostIds);

  @Update(
      """
      UPDATE webhook SET url = #{url}, events = #{events}, active = #{active}, secret = #{secret},
        previous_secret = #{previousSecret}, previous_until = #{previousUntil},
        failing_since = #{failingSince}
      WHERE id = #{id}
      """)
  int update(WebhookRow row);

  @Select("SELECT id FROM webhook ORDER BY id")
  List<UUID> ids();

  @Update(
      """
      UPDATE webhook SET secret = #{sealed}, previous_secret = NULL, previous_until = NULL,
        active = FALSE
      WHERE id = #{id}
      """)
  int renewSecret(UUID id, String sealed);

  @Delete("DELETE FROM webhook WHERE id = #{id} AND host_id = #{hostId}")
  int delete(UUID hostId, UUID id);

  @Update("UPDATE webhook SET failing_since = NULL WHERE id = #{id} AND failing_since IS NOT NULL")
  int noteSuccess(UUID id);

  @Update("UPDATE webhook SET failing_since = #{at} WHERE id = #{id} AND failing_since IS NULL")
  int noteFailure(UUID id, Instant at);

  /// Switches a webhook off that is on and has been failing since `latest` or longer.
  @Update(
      """
      UPDATE webhook SET active = FALSE
      WHERE id = #{id} AND active AND failing_since <= #{latest}
      """)
  int switchOff(UUID id, Instant latest);

  @Delete("DELETE FROM webhook WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
