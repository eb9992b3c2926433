package org.meetwright.core.email;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL of the table `email`.
interface EmailMapper {
  @Insert(
      """
      INSERT INTO email (id, dedupe_key, booking_id, event, audience, recipient, recipient_key, subject,
        message_id, content, state, created_at, attempts)
      VALUES (#{m.id}, #{m.dedupeKey}, #{m.bookingId}, #{m.event}, #{m.audience},
        #{m.recipient}, #{key}, #{m.subject}, #{m.messageId}, #{m.content}, #{m.state}, #{m.createdAt}, #{m.attempts})
      """)
  int insert(@Param("m") Email email, @Param("key") String recipientKey);

  @Select("SELECT * FROM email WHERE id = #{id}")
  @Nullable Email find(UUID id);

  @Select("SELECT * FROM email WHERE dedupe_key = #{dedupeKey}")
  @Nullable Email findByKey(String dedupeKey);

  /// Returns the state of the invitee's mail about the last change of a booking; null if it is not
  /// written yet, or none is.
  ///
  /// @param change what the dedupe keys of that change begin with
  @Select(
      """
      SELECT state FROM email WHERE booking_id = #{bookingId} AND audience = 'invitee'
        AND event <> 'reminder' AND dedupe_key LIKE #{change} || '%'
      ORDER BY created_at DESC, id DESC FETCH FIRST ROW ONLY
      """)
  @Nullable String stateOfInvitees(UUID bookingId, String change);

  /// Counts the messages that wait to become the invitee's mail about that change.
  @Select(
      """
      SELECT COUNT(*) FROM outbox WHERE subject_id = #{bookingId} AND kind = 'mail'
        AND state = 'pending' AND dedupe_key LIKE #{change} || '%-invitee'
        AND dedupe_key NOT LIKE #{change} || 'reminder-%'
      """)
  int waitingForInvitee(UUID bookingId, String change);

  @Select("SELECT * FROM email WHERE booking_id = #{bookingId} ORDER BY created_at, id")
  List<Email> ofBooking(UUID bookingId);

  @Update(
      """
      UPDATE email SET state = 'sent', sent_at = #{at}, attempts = attempts + 1, last_error = NULL
      WHERE id = #{id}
      """)
  int markSent(UUID id, Instant at);

  @Update("UPDATE email SET state = 'held', last_error = #{reason} WHERE id = #{id}")
  int markHeld(UUID id, String reason);

  /// Notes a failed attempt. A mail that was sent before stays sent.
  @Update(
      """
      UPDATE email SET attempts = attempts + 1, last_error = #{error},
        state = CASE WHEN sent_at IS NULL THEN CAST(#{state} AS varchar(10)) ELSE state END
      WHERE id = #{id}
      """)
  int markFailed(UUID id, String state, String error);

  @Delete("DELETE FROM email WHERE booking_id = #{bookingId}")
  int deleteOf(UUID bookingId);

  @Delete("DELETE FROM email WHERE recipient_key = #{emailKey}")
  int deleteTo(String emailKey);

  /// Deletes the mails about all meetings that a host is in.
  @Delete(
      """
      DELETE FROM email WHERE booking_id IN (SELECT b.id FROM booking b
        JOIN meeting_host mh ON mh.meeting_id = b.meeting_id WHERE mh.host_id = #{hostId})
      """)
  int deleteWithHost(UUID hostId);
}
