package org.meetwright.core.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.archive.MeetingDocument.BookingRow;
import org.meetwright.core.archive.MeetingDocument.HistoryRow;
import org.meetwright.core.archive.MeetingDocument.HostRow;
import org.meetwright.core.archive.MeetingDocument.MeetingRow;

/// SQL that moves whole meetings out of and into their tables.
public interface MeetingMapper {
  /// A list of ids, for `IN`.
  String IDS = "(<foreach collection=\"ids\" item=\"id\" separator=\",\">#{id}</foreach>)";

  /// Returns meetings to archive, those that ended first, and holds their rows. What came back from
  /// the archive since `cutoff` stays.
  @Select(
      """
      SELECT id FROM meeting
      WHERE ends_at < #{cutoff} AND (restored_at IS NULL OR restored_at < #{cutoff})
      ORDER BY ends_at LIMIT #{limit} FOR UPDATE
      """)
  List<UUID> ended(Instant cutoff, int limit);

  @Select("SELECT id FROM meeting WHERE id > #{after} ORDER BY id LIMIT #{limit}")
  List<UUID> page(UUID after, int limit);

  @Select("<script>SELECT * FROM meeting WHERE id IN " + IDS + " ORDER BY id</script>")
  List<MeetingRow> meetings(@Param("ids") Collection<UUID> ids);

  @Select(
      "<script>SELECT * FROM meeting_host WHERE meeting_id IN "
          + IDS
          + " ORDER BY host_id</script>")
  List<HostRow> hosts(@Param("ids") Collection<UUID> ids);

  /// Holds the bookings' rows until the transaction ends, so that nothing is changed on the way.
  @Select(
      "<script>SELECT id FROM booking WHERE meeting_id IN "
          + IDS
          + " ORDER BY id FOR UPDATE</script>")
  List<UUID> lockBookings(@Param("ids") Collection<UUID> ids);

  @Select("<script>SELECT * FROM booking WHERE meeting_id IN " + IDS + " ORDER BY id</script>")
  List<BookingRow> bookings(@Param("ids") Collection<UUID> ids);

  @Select(
      "<script>SELECT y.* FROM booking_history y JOIN booking b ON b.id = y.booking_id WHERE"
          + " b.meeting_id IN "
          + IDS
          + " ORDER BY y.happened_at, y.id</script>")
  List<HistoryRow> history(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM outbox WHERE subject_id IN (SELECT b.id FROM booking b WHERE"
          + " b.meeting_id IN "
          + IDS
          + ")</script>")
  int deleteMessages(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM email WHERE booking_id IN (SELECT b.id FROM booking b WHERE"
          + " b.meeting_id IN "
          + IDS
          + ")</script>")
  int deleteMails(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM webhook_event WHERE booking_id IN (SELECT b.id FROM booking b WHERE"
          + " b.meeting_id IN "
          + IDS
          + ")</script>")
  int deleteWebhookEvents(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM booking_history WHERE booking_id IN (SELECT b.id FROM booking b WHERE"
          + " b.meeting_id IN "
          + IDS
          + ")</script>")
  int deleteHistory(@Param("ids") Collection<UUID> ids);

  @Delete("<script>DELETE FROM booking WHERE meeting_id IN " + IDS + "</script>")
  int deleteBookings(@Param("ids") Collection<UUID> ids);

  /// Deletes meetings with their `meeting_host` rows.
  @Delete("<script>DELETE FROM meeting WHERE id IN " + IDS + "</script>")
  int deleteMeetings(@Param("ids") Collection<UUID> ids);

  /// Writes a meeting that came back; without its event type if that has been deleted since.
  @Insert(
      """
      INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, location_kind,
        location_value, starts_at, ends_at, seats, created_at, restored_at, search_key)
      VALUES (#{row.id}, (SELECT e.id FROM event_type e WHERE e.id = #{row.eventTypeId}),
        #{row.eventTypeSlug}, #{row.eventTypeName}, #{row.locationKind}, #{row.locationValue},
        #{row.startsAt}, #{row.endsAt}, COALESCE(#{row.seats}, 1), #{row.createdAt}, #{now},
        #{row.searchKey})
      """)
  int insertMeeting(@Param("row") MeetingRow row, @Param("now") Instant now);

  @Insert(
      """
      INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active, told_zone,
        told_offset)
      VALUES (#{meetingId}, #{hostId}, #{paddedFrom}, #{paddedUntil}, #{active}, #{toldZone},
        #{toldOffset})
      """)
  int insertHost(HostRow row);

  /// Writes a booking that came back; without its idempotency key if that has been used again.
  @Insert(
      """
      INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,
        invitee_email_key, invitee_time_zone, invitee_locale, guests, answers, notes, metadata,
        invitee_place, no_show, end_reason, version, calendar_uid, calendar_sequence, key_scope, idempotency_key,
        request_hash, created_at, told_offset, search_key, guest_keys)
      VALUES (#{id}, #{meetingId}, #{seat}, #{status}, #{inviteeName}, #{inviteeEmail},
        #{inviteeEmailKey}, #{inviteeTimeZone}, #{inviteeLocale}, #{guests}, #{answers}, #{notes},
        #{metadata}, COALESCE(CAST(#{inviteePlace} AS varchar(500)), ''), #{noShow}, #{endReason}, #{version}, #{calendarUid}, #{calendarSequence},
        #{keyScope}, CASE WHEN EXISTS (SELECT 1 FROM booking o
            WHERE o.key_scope = #{keyScope} AND o.idempotency_key = #{idempotencyKey})
          THEN NULL ELSE CAST(#{idempotencyKey} AS varchar(200)) END,
        #{requestHash}, #{createdAt}, #{toldOffset}, #{searchKey}, #{guestKeys})
      """)
  int insertBooking(BookingRow row);

  @Insert(
      """
      INSERT INTO booking_history (
        id, booking_id, happened_at, actor, actor_id, action, detail, reason)
      VALUES (
        #{id}, #{bookingId}, #{happenedAt}, #{actor}, #{actorId}, #{action}, #{detail}, #{reason})
      """)
  int insertHistory(HistoryRow row);
}
