package org.meetwright.core.erasure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.meetwright.core.booking.SearchKeys;
import org.meetwright.core.value.EmailKeys;

/// SQL that removes personal data.
interface ErasureMapper {
  /// A booking that has a guest.
  ///
  /// @param guests addresses with commas between them
  record GuestsRow(UUID id, String guests, String inviteeName, String inviteeEmail, String notes) {
    GuestsRow with(String others) {
      return new GuestsRow(id, others, inviteeName, inviteeEmail, notes);
    }

    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofBooking(inviteeName, inviteeEmail, guests, notes);
    }

    /// Returns the keys of its guests.
    public String guestKeys() {
      return EmailKeys.ofStored(List.of(guests));
    }
  }

  @Select("SELECT id FROM booking WHERE invitee_email_key = #{emailKey} ORDER BY id")
  List<UUID> bookingsOf(String emailKey);

  /// Returns the bookings that still hold a time that has not passed, the earliest first.
  @Select(
      """
      SELECT b.id FROM booking b JOIN meeting m ON m.id = b.meeting_id
      WHERE b.invitee_email_key = #{emailKey} AND b.seat IS NOT NULL AND m.ends_at > #{now}
      ORDER BY m.starts_at
      """)
  List<UUID> upcomingOfInvitee(String emailKey, Instant now);

  /// Returns the bookings that still hold a time that has not passed, the earliest first.
  @Select(
      """
      SELECT b.id FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
        JOIN booking b ON b.meeting_id = m.id
      WHERE mh.host_id = #{hostId} AND b.seat IS NOT NULL AND m.ends_at > #{now}
      ORDER BY m.starts_at
      """)
  List<UUID> upcomingOfHost(UUID hostId, Instant now);

  /// Counts what should have been delivered by now; reminders that are due later don't matter.
  @Select(
      """
      SELECT COUNT(*) FROM outbox o JOIN booking b ON b.id = o.subject_id
      WHERE b.invitee_email_key = #{emailKey} AND o.state = 'pending'
        AND (o.attempts > 0 OR o.due_at <= #{now})
      """)
  int waitingOfInvitee(String emailKey, Instant now);

  @Select(
      """
      SELECT COUNT(*) FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
        JOIN outbox o ON o.subject_id = b.id
      WHERE mh.host_id = #{hostId} AND o.state = 'pending'
        AND (o.attempts > 0 OR o.due_at <= #{now})
      """)
  int waitingOfHost(UUID hostId, Instant now);

  /// Returns the bookings of meetings that nobody but this host is in.
  @Select(
      """
      SELECT b.id FROM booking b JOIN meeting_host mh ON mh.meeting_id = b.meeting_id
      WHERE mh.host_id = #{hostId} AND NOT EXISTS (SELECT 1 FROM meeting_host o
        WHERE o.meeting_id = mh.meeting_id AND o.host_id <> #{hostId})
      """)
  List<UUID> bookingsOfHostAlone(UUID hostId);

  @Update(
      """
      UPDATE booking SET invitee_name = #{name}, invitee_email = #{email},
        invitee_email_key = #{email}, guests = '', answers = '{}', notes = '', metadata = '{}',
        invitee_place = '',
        end_reason = '', idempotency_key = NULL, request_hash = '', search_key = '',
        guest_keys = '', version = version + 1
      WHERE id = #{id}
      """)
  int eraseBooking(UUID id, String name, String email);

  @Update("UPDATE booking_history SET reason = '' WHERE booking_id = #{bookingId}")
  int forgetReasons(UUID bookingId);

  /// Returns the bookings that a guest is in.
  ///
  /// @param pattern for `LIKE`, with `!` as the escape character
  @Select(
      """
      SELECT id, guests, invitee_name, invitee_email, notes FROM booking
      WHERE guest_keys LIKE #{pattern} ESCAPE '!' ORDER BY id
      """)
  List<GuestsRow> withGuest(String pattern);

  @Update(
      """
      UPDATE booking SET guests = #{guests}, guest_keys = #{guestKeys}, search_key = #{searchKey},
        version = version + 1
      WHERE id = #{id}
      """)
  int setGuests(GuestsRow row);

  @Update(
      """
      UPDATE meeting SET event_type_name = event_type_slug, search_key = '', location_kind = NULL,
        location_value = NULL
      WHERE id IN (SELECT b.meeting_id FROM booking b WHERE b.id = #{bookingId})
      """)
  int eraseMeeting(UUID bookingId);
}
