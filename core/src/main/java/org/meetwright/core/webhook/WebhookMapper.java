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
import org.meetwright.core.database.mybatis.StoredRows;

/// SQL of the table `webhook`.
public interface WebhookMapper {
  /// A row of `webhook`.
  ///
  /// @param events words with commas between them
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
    static WebhookRow of(Webhook webhook) {
      WebhookSecret previous = webhook.previousSecret();
      return new WebhookRow(
          webhook.id(),
          webhook.hostId(),
          webhook.url().toString(),
          webhook.events().stream().map(WebhookEvent::word).collect(Collectors.joining(",")),
          webhook.active(),
          webhook.secret().value(),
          previous == null ? null : previous.value(),
          webhook.previousUntil(),
          webhook.failingSince(),
          webhook.createdAt());
    }

    public Webhook webhook() {
      return StoredRows.read("webhook", id, this::whole);
    }

    private Webhook whole() {
      return new Webhook(
          id,
          hostId,
          WebhookUrl.of(url),
          eventSet(),
          active,
          new WebhookSecret(secret),
          previousSecret == null ? null : new WebhookSecret(previousSecret),
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
}
