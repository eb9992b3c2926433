package org.meetwright.core.booking.wish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `confirmation`.
interface ConfirmationMapper {
  /// A row of it.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param wish as JSON; null, like all personal data of the invitee, once it is booked or has
  ///   expired
  record ConfirmationRow(
      UUID id,
      UUID eventTypeId,
      @Nullable String emailKey,
      @Nullable String guestKeys,
      @Nullable String wish,
      @Nullable String wishHash,
      @Nullable String idempotencyKey,
      @Nullable UUID bookingId,
      Instant createdAt,
      Instant expiresAt) {}

  @Insert(
      """
      INSERT INTO confirmation (id, event_type_id, email_key, guest_keys, wish, wish_hash,
        idempotency_key, created_at, expires_at)
      VALUES (#{id}, #{eventTypeId}, #{emailKey}, #{guestKeys}, #{wish}, #{wishHash},
        #{idempotencyKey}, #{createdAt}, #{expiresAt})
      """)
  int insert(ConfirmationRow row);

  @Select("SELECT * FROM confirmation WHERE id = #{id}")
  @Nullable ConfirmationRow find(UUID id);

  @Select(
      """
      SELECT * FROM confirmation WHERE event_type_id = #{eventTypeId}
        AND idempotency_key = #{idempotencyKey} AND expires_at > #{now}
      """)
  @Nullable ConfirmationRow findByKey(UUID eventTypeId, String idempotencyKey, Instant now);

  @Select("SELECT * FROM confirmation WHERE booking_id = #{bookingId}")
  @Nullable ConfirmationRow findByBooking(UUID bookingId);

  @Update("UPDATE confirmation SET expires_at = #{expiresAt} WHERE id = #{id}")
  int renew(UUID id, Instant expiresAt);

  @Select("SELECT * FROM confirmation WHERE wish_hash = #{wishHash} AND expires_at > #{now}")
  @Nullable ConfirmationRow findSame(String wishHash, Instant now);

  @Select(
      """
      SELECT c.* FROM confirmation c JOIN event_type e ON e.id = c.event_type_id
      WHERE e.host_id = #{hostId} AND c.wish IS NOT NULL ORDER BY c.created_at, c.id
      """)
  List<ConfirmationRow> waiting(UUID hostId);

  /// Records the outcome of a request to book, and deletes its content.
  @Update(
      """
      UPDATE confirmation SET booking_id = #{bookingId}, email_key = NULL, guest_keys = NULL, wish = NULL,
        wish_hash = NULL, idempotency_key = NULL
      WHERE id = #{id}
      """)
  int markBooked(UUID id, UUID bookingId);

  /// Forgets wishes that have expired.
  @Update(
      """
      UPDATE confirmation SET email_key = NULL, guest_keys = NULL, wish = NULL, wish_hash = NULL,
        idempotency_key = NULL
      WHERE expires_at <= #{now} AND wish IS NOT NULL
      """)
  int forgetExpired(Instant now);

  @Delete("DELETE FROM confirmation WHERE expires_at < #{before}")
  int deleteExpired(Instant before);

  /// Deletes wishes: an invitee's, and those in which he is a guest.
  ///
  /// @param pattern for `LIKE`, with `!` as the escape character
  @Delete(
      """
      DELETE FROM confirmation
      WHERE email_key = #{emailKey} OR guest_keys LIKE #{pattern} ESCAPE '!'
      """)
  int deleteWith(String emailKey, String pattern);
}
