package org.meetwright.core.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the tables `webhook_event`, `webhook_delivery` and `webhook_attempt`.
public interface DeliveryMapper {
  /// Deliveries with their state: one whose message is parked, or gone, has failed.
  String DELIVERIES =
      """
      SELECT d.id, d.webhook_id, d.event_id, e.type AS event, d.message_key, d.updated_at,
        CASE WHEN d.state = 'pending' AND COALESCE(o.state, 'parked') = 'parked' THEN 'failed'
          ELSE d.state END AS state,
        CASE WHEN d.state = 'pending' AND o.state = 'pending' THEN o.due_at END AS next_attempt_at
      FROM webhook_delivery d JOIN webhook_event e ON e.id = d.event_id
        LEFT JOIN outbox o ON o.dedupe_key = d.message_key
      """;

  /// A row of `webhook_event`.
  record EventRow(
      UUID id,
      String type,
      @Nullable UUID bookingId,
      Instant occurredAt,
      @Nullable Integer sequence,
      @Nullable String snapshot,
      @Nullable String body) {}

  /// A delivery.
  ///
  /// @param event the word of a [WebhookEvent]
  record DeliveryRow(
      UUID id,
      UUID webhookId,
      UUID eventId,
      String event,
      String state,
      String messageKey,
      Instant updatedAt,
      @Nullable Instant nextAttemptAt) {}

  /// What is written of a new delivery.
  record NewDeliveryRow(
      UUID id, UUID webhookId, UUID eventId, String state, String messageKey, Instant updatedAt) {}

  /// A row of `webhook_attempt`.
  record AttemptRow(
      UUID id,
      UUID deliveryId,
      Instant attemptedAt,
      @Nullable Integer status,
      @Nullable String error,
      long tookMillis,
      String answer) {}

  @Insert(
      """
      <script>
      INSERT INTO webhook_event (id, type, booking_id, occurred_at, sequence, snapshot, body) VALUES
      <foreach collection="events" item="e" separator=", ">
        (#{e.id}, #{e.type}, #{e.bookingId}, #{e.occurredAt}, #{e.sequence}, #{e.snapshot}, #{e.body})
      </foreach>
      </script>
      """)
  int insertEvents(@Param("events") List<EventRow> events);

  @Insert(
      """
      <script>
      INSERT INTO webhook_delivery (id, webhook_id, event_id, state, message_key, updated_at) VALUES
      <foreach collection="deliveries" item="d" separator=", ">
        (#{d.id}, #{d.webhookId}, #{d.eventId}, #{d.state}, #{d.messageKey}, #{d.updatedAt})
      </foreach>
      </script>
      """)
  int insertDeliveries(@Param("deliveries") List<NewDeliveryRow> deliveries);

  @Select("SELECT * FROM webhook_event WHERE id = #{id}")
  @Nullable EventRow event(UUID id);

  /// Keeps the body of an event, unless it has one. The snapshot has done its work then.
  @Update(
      """
      UPDATE webhook_event SET body = #{body}, snapshot = NULL WHERE id = #{id} AND body IS NULL
      """)
  int setBody(UUID id, String body);

  @Select(DELIVERIES + "WHERE d.id = #{id}")
  @Nullable DeliveryRow find(UUID id);

  /// Returns deliveries to a webhook, those last changed first.
  ///
  /// @param state null for any
  @Select(
      "<script>SELECT x.* FROM ("
          + DELIVERIES
          + """
          WHERE d.webhook_id = #{webhookId}) x
          <where><if test="state != null">x.state = #{state}</if></where>
          ORDER BY x.updated_at DESC, x.id DESC LIMIT #{limit}
          </script>
          """)
  List<DeliveryRow> list(
      @Param("webhookId") UUID webhookId,
      @Param("state") @Nullable String state,
      @Param("limit") int limit);

  /// Returns failed deliveries to active webhooks that were last tried at an instant or later, the
  /// oldest first.
  @Select(
      "SELECT x.* FROM ("
          + DELIVERIES
          + """
          JOIN webhook w ON w.id = d.webhook_id
          WHERE w.active AND e.booking_id IS NOT NULL AND d.updated_at >= #{since}) x
          WHERE x.state = 'failed' ORDER BY x.updated_at, x.id
          """)
  List<DeliveryRow> failedSince(Instant since);

  @Select(
      """
      <script>
      SELECT * FROM webhook_attempt WHERE delivery_id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      ORDER BY attempted_at, id
      </script>
      """)
  List<AttemptRow> attempts(@Param("ids") Collection<UUID> ids);

  @Insert(
      """
      INSERT INTO webhook_attempt (id, delivery_id, attempted_at, status, error, took_millis, answer)
      VALUES (#{id}, #{deliveryId}, #{attemptedAt}, #{status}, #{error}, #{tookMillis}, #{answer})
      """)
  int insertAttempt(AttemptRow row);

  @Update("UPDATE webhook_delivery SET state = #{state}, updated_at = #{at} WHERE id = #{id}")
  int settle(UUID id, String state, Instant at);

  @Update(
      """
      UPDATE webhook_delivery SET state = 'pending', message_key = #{messageKey}
      WHERE id = #{id}
      """)
  int begin(UUID id, String messageKey);

  @Delete("DELETE FROM webhook_delivery WHERE id = #{id}")
  int delete(UUID id);

  /// Deletes the events that only one webhook was told of.
  @Delete(
      """
      DELETE FROM webhook_event
      WHERE id IN (SELECT d.event_id FROM webhook_delivery d WHERE d.webhook_id = #{webhookId})
        AND id NOT IN (SELECT o.event_id FROM webhook_delivery o
          JOIN webhook_delivery d ON d.event_id = o.event_id AND d.webhook_id = #{webhookId}
          WHERE o.webhook_id <> #{webhookId})
      """)
  int deleteEventsOf(UUID webhookId);

  /// Deletes what webhooks were told of a booking, with the deliveries and their attempts.
  @Delete("DELETE FROM webhook_event WHERE booking_id = #{bookingId}")
  int deleteEvents(UUID bookingId);

  /// Like [#deleteEvents], but leaves reminders to come, which hold nothing yet.
  @Delete(
      """
      DELETE FROM webhook_event
      WHERE booking_id = #{bookingId} AND (snapshot IS NOT NULL OR body IS NOT NULL)
      """)
  int deleteToldEvents(UUID bookingId);

  /// Deletes what webhooks were told of all bookings with a host.
  @Delete(
      """
      DELETE FROM webhook_event WHERE booking_id IN (SELECT b.id FROM booking b
        JOIN meeting_host mh ON mh.meeting_id = b.meeting_id WHERE mh.host_id = #{hostId})
      """)
  int deleteEventsOfHost(UUID hostId);
}
