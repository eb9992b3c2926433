package org.meetwright.core.booking;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailKeys;

/// SQL of the tables `meeting`, `meeting_host`, `booking` and `booking_history`.
public interface BookingMapper {
  /// The columns of a [BookingRow].
  String COLUMNS =
      """
      b.id, b.meeting_id, b.seat, b.status, b.invitee_name, b.invitee_email, b.invitee_email_key,
      b.invitee_time_zone, b.invitee_locale, b.guests, b.guests_wait, b.answers, b.notes, b.metadata, b.invitee_place, b.no_show, b.end_reason,
      b.version, b.calendar_uid, b.calendar_sequence, b.idempotency_key, b.request_hash, b.created_at,
      m.event_type_id, m.event_type_slug, m.event_type_name, m.location_kind, m.location_value,
      m.starts_at, m.ends_at
      """;

  /// A row of `booking` with what its meeting says.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param seat null when it no longer holds one
  /// @param guests addresses with commas between them
  /// @param answers a JSON object
  /// @param metadata a JSON object
  /// @param inviteePlace the telephone number or the address that the invitee gave; may be empty
  record BookingRow(
      UUID id,
      UUID meetingId,
      @Nullable Integer seat,
      String status,
      String inviteeName,
      String inviteeEmail,
      String inviteeEmailKey,
      ZoneId inviteeTimeZone,
      Locale inviteeLocale,
      String guests,
      boolean guestsWait,
      String answers,
      String notes,
      String metadata,
      String inviteePlace,
      boolean noShow,
      String endReason,
      int version,
      String calendarUid,
      int calendarSequence,
      @Nullable String idempotencyKey,
      String requestHash,
      Instant createdAt,
      @Nullable UUID eventTypeId,
      String eventTypeSlug,
      String eventTypeName,
      @Nullable String locationKind,
      @Nullable String locationValue,
      Instant startsAt,
      Instant endsAt) {}

  /// What is written of a new booking.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param toldOffset that of the invitee's zone at the start, in seconds
  /// @param keyScope the event type that the idempotency key belongs to; null without a key
  record NewBookingRow(
      UUID id,
      UUID meetingId,
      int seat,
      String status,
      String inviteeName,
      String inviteeEmail,
      String inviteeEmailKey,
      ZoneId inviteeTimeZone,
      int toldOffset,
      Locale inviteeLocale,
      String guests,
      boolean guestsWait,
      String answers,
      String notes,
      String metadata,
      String inviteePlace,
      String calendarUid,
      @Nullable UUID keyScope,
      @Nullable String idempotencyKey,
      String requestHash,
      Instant createdAt) {
    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofBooking(inviteeName, inviteeEmail, guests, notes);
    }

    /// Returns the booking of a new meeting as it is read back.
    public BookingRow in(MeetingRow meeting) {
      return new BookingRow(
          id,
          meetingId,
          seat,
          status,
          inviteeName,
          inviteeEmail,
          inviteeEmailKey,
          inviteeTimeZone,
          inviteeLocale,
          guests,
          guestsWait,
          answers,
          notes,
          metadata,
          inviteePlace,
          false,
          "",
          1,
          calendarUid,
          0,
          idempotencyKey,
          requestHash,
          createdAt,
          meeting.eventTypeId(),
          meeting.eventTypeSlug(),
          meeting.eventTypeName(),
          meeting.locationKind(),
          meeting.locationValue(),
          meeting.startsAt(),
          meeting.endsAt());
    }

    /// Returns the keys of its guests.
    public String guestKeys() {
      return EmailKeys.ofStored(List.of(guests));
    }
  }

  /// A row of `booking_history`.
  ///
  /// @param actor the word of an [Actor]
  /// @param actorId the host who did it; null if it was no host
  /// @param action the word of a [BookingEvent]
  /// @param reason the reason given for it; may be empty
  public record HistoryRow(
      UUID id,
      UUID bookingId,
      Instant happenedAt,
      String actor,
      @Nullable UUID actorId,
      String action,
      String detail,
      String reason) {}

  /// A row of `meeting`.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param eventTypeId null for an imported one whose event type is not here
  /// @param createdAt when its first booking was made
  record MeetingRow(
      UUID id,
      @Nullable UUID eventTypeId,
      String eventTypeSlug,
      String eventTypeName,
      @Nullable String locationKind,
      @Nullable String locationValue,
      Instant startsAt,
      Instant endsAt,
      int seats,
      Instant createdAt) {
    /// Returns what is searched of it.
    public String searchKey() {
      return SearchKeys.ofMeeting(eventTypeName);
    }
  }

  /// When a meeting takes a host.
  record PaddedRow(Instant paddedFrom, Instant paddedUntil) {}

  @Select(
      "SELECT "
          + COLUMNS
          + " FROM booking b JOIN meeting m ON m.id = b.meeting_id WHERE b.id = #{id}")
  @Nullable BookingRow find(UUID id);

  /// Returns ids from one to another, both inclusive.
  @Select(
      """
      SELECT id FROM booking WHERE id BETWEEN #{first} AND #{last} ORDER BY id
      FETCH FIRST #{limit} ROWS ONLY
      """)
  List<UUID> idsBetween(UUID first, UUID last, int limit);

  @Select(
      "SELECT "
          + COLUMNS
          + """
           FROM booking b JOIN meeting m ON m.id = b.meeting_id
          WHERE b.key_scope = #{eventTypeId} AND b.idempotency_key = #{key}
          """)
  @Nullable BookingRow findByKey(UUID eventTypeId, String key);

  /// Returns the invitee's first booking that holds a seat; with idempotency keys he may have more
  /// than one of a group or a team.
  @Select(
      "SELECT "
          + COLUMNS
          + """
           FROM meeting m JOIN booking b ON b.meeting_id = m.id
          WHERE m.event_type_id = #{eventTypeId} AND m.starts_at = #{start}
            AND b.invitee_email_key = #{emailKey} AND b.seat IS NOT NULL
          ORDER BY b.created_at, b.id LIMIT 1
          """)
  @Nullable BookingRow findSame(UUID eventTypeId, Instant start, String emailKey);

  /// Returns a page of bookings by start and id.
  ///
  /// @param earliest a bound of the search in the index of a host's meetings: a day before the
  ///   first start that may be meant
  /// @param patterns for `LIKE`, all of which must be found in folded text
  /// @param until the end of the starts that are meant, exclusive
  /// @param afterStart start of the last booking of the page before; null for the first page
  @Select(
      "<script>SELECT "
          + COLUMNS
          + """
           FROM booking b JOIN meeting m ON m.id = b.meeting_id
          <if test="filter.hostId != null">JOIN meeting_host mh ON mh.meeting_id = m.id</if>
          <where>
            <if test="filter.hostId != null">mh.host_id = #{filter.hostId}
              AND mh.padded_from &gt; #{earliest} AND mh.padded_from &lt; #{until}</if>
            <if test="filter.from != null">AND m.starts_at &gt;= #{filter.from}</if>
            AND m.starts_at &lt; #{until}
            <if test="status != null">AND b.status = #{status}</if>
            <if test="filter.eventTypeId != null">AND m.event_type_id = #{filter.eventTypeId}</if>
            <foreach collection="patterns" item="word">AND (b.search_key LIKE #{word} ESCAPE '!'
              OR m.search_key LIKE #{word} ESCAPE '!')</foreach>
            <if test="afterStart != null">AND (m.starts_at &gt; #{afterStart}
              OR m.starts_at = #{afterStart} AND b.id &gt; #{afterId})</if>
          </where>
          ORDER BY m.starts_at, b.id
          LIMIT #{limit}
          </script>
          """)
  List<BookingRow> list(
      @Param("filter") BookingFilter filter,
      @Param("status") @Nullable String status,
      @Param("patterns") List<String> patterns,
      @Param("earliest") Instant earliest,
      @Param("until") Instant until,
      @Param("afterStart") @Nullable Instant afterStart,
      @Param("afterId") @Nullable UUID afterId,
      @Param("limit") int limit);

  /// Returns when the padded time of a host's meeting begins that comes so many after an instant;
  /// null if there are not so many. The host is in the order so that H2 sees that the index has it.
  @Select(
      """
      SELECT padded_from FROM meeting_host WHERE host_id = #{hostId} AND padded_from > #{earliest}
      ORDER BY host_id, padded_from OFFSET #{count} ROWS FETCH FIRST ROW ONLY
      """)
  @Nullable Instant horizon(UUID hostId, Instant earliest, int count);

  @Select(
      """
      SELECT h.id, h.handle, h.name, h.email, h.time_zone, h.locale
      FROM host h JOIN meeting_host mh ON mh.host_id = h.id
      WHERE mh.meeting_id = #{meetingId} ORDER BY h.id
      """)
  List<MeetingHost> hosts(UUID meetingId);

  @Insert(
      """
      INSERT INTO meeting (id, event_type_id, event_type_slug, event_type_name, location_kind,
        location_value, starts_at, ends_at, seats, created_at, search_key)
      VALUES (#{id}, #{eventTypeId}, #{eventTypeSlug}, #{eventTypeName}, #{locationKind},
        #{locationValue}, #{startsAt}, #{endsAt}, #{seats}, #{createdAt}, #{searchKey})
      """)
  int insertMeeting(MeetingRow row);

  @Insert(
      """
      INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active, told_zone,
        told_offset)
      VALUES (#{meetingId}, #{hostId}, #{from}, #{until}, TRUE, #{zone}, #{offset})
      """)
  int insertMeetingHost(
      UUID meetingId, UUID hostId, Instant from, Instant until, ZoneId zone, int offset);

  @Insert(
      """
      INSERT INTO booking (id, meeting_id, seat, status, invitee_name, invitee_email,
        invitee_email_key, invitee_time_zone, invitee_locale, guests, guests_wait, answers, notes, metadata,
        invitee_place, no_show, end_reason, version, calendar_uid, calendar_sequence, key_scope, idempotency_key, request_hash,
        created_at, search_key, guest_keys, told_offset)
      VALUES (#{id}, #{meetingId}, #{seat}, #{status}, #{inviteeName}, #{inviteeEmail},
        #{inviteeEmailKey}, #{inviteeTimeZone}, #{inviteeLocale}, #{guests}, #{guestsWait}, #{answers}, #{notes},
        #{metadata}, #{inviteePlace}, FALSE, '', 1, #{calendarUid}, 0, #{keyScope}, #{idempotencyKey}, #{requestHash}, #{createdAt},
        #{searchKey}, #{guestKeys}, #{toldOffset})
      """)
  int insertBooking(NewBookingRow row);

  /// Returns when a meeting takes its hosts, buffers included.
  @Select(
      """
      SELECT padded_from, padded_until FROM meeting_host WHERE meeting_id = #{meetingId}
      ORDER BY host_id LIMIT 1
      """)
  PaddedRow padded(UUID meetingId);

  @Select(
      """
      SELECT seat FROM booking WHERE meeting_id = #{meetingId} AND seat IS NOT NULL ORDER BY seat
      """)
  List<Integer> seats(UUID meetingId);

  @Update("UPDATE booking SET seat = NULL WHERE id = #{id}")
  int giveUpSeat(UUID id);

  @Update(
      """
      UPDATE booking SET meeting_id = #{meetingId}, seat = #{seat}, status = #{status},
        told_offset = #{toldOffset}, version = version + 1,
        calendar_sequence = calendar_sequence + 1
      WHERE id = #{id}
      """)
  int move(UUID id, UUID meetingId, int seat, String status, int toldOffset);

  /// Deletes a meeting that no booking, not even a cancelled one, refers to.
  @Delete(
      """
      DELETE FROM meeting WHERE id = #{meetingId}
        AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.meeting_id = #{meetingId})
      """)
  int deleteUnusedMeeting(UUID meetingId);

  /// Where a meeting is, as the table holds it.
  record PlaceRow(@Nullable String locationKind, @Nullable String locationValue) {}

  @Select("SELECT location_kind, location_value FROM meeting WHERE id = #{meetingId}")
  @Nullable PlaceRow place(UUID meetingId);

  @Update("UPDATE meeting SET location_value = #{value} WHERE id = #{meetingId}")
  int setPlace(UUID meetingId, String value);

  /// Forgets the link that was made for a meeting.
  @Update(
      """
      UPDATE meeting SET location_value = ''
      WHERE id = #{meetingId} AND location_kind = 'generated_link'
      """)
  int forgetLink(UUID meetingId);

  @Select("SELECT id FROM booking WHERE meeting_id = #{meetingId} AND seat IS NOT NULL ORDER BY id")
  List<UUID> bookingsWithSeat(UUID meetingId);

  @Delete("DELETE FROM meeting_host WHERE meeting_id = #{meetingId} AND host_id = #{hostId}")
  int removeMeetingHost(UUID meetingId, UUID hostId);

  @Update(
      """
      UPDATE booking SET version = version + 1, calendar_sequence = calendar_sequence + 1
      WHERE id = #{id}
      """)
  int handOver(UUID id);

  /// Counts an invitee's bookings of an event type that are pending or confirmed and not over.
  @Select(
      """
      SELECT COUNT(*) FROM booking b JOIN meeting m ON m.id = b.meeting_id
      WHERE b.invitee_email_key = #{emailKey} AND b.seat IS NOT NULL
        AND m.event_type_id = #{eventTypeId} AND m.ends_at > #{now}
      """)
  int activeOf(UUID eventTypeId, String emailKey, Instant now);

  @Update("UPDATE meeting_host SET active = FALSE WHERE meeting_id = #{meetingId}")
  int releaseMeetingHosts(UUID meetingId);

  @Update(
      """
      UPDATE booking SET status = #{status}, seat = NULL, end_reason = #{reason},
        version = version + 1, calendar_sequence = calendar_sequence + 1
      WHERE id = #{id}
      """)
  int end(UUID id, String status, String reason);

  @Update(
      "UPDATE booking SET status = 'confirmed', guests_wait = FALSE, version = version + 1 WHERE id"
          + " = #{id}")
  int confirm(UUID id);

  @Update("UPDATE booking SET guests_wait = FALSE, version = version + 1 WHERE id = #{id}")
  int inviteGuests(UUID id);

  @Update("UPDATE booking SET no_show = TRUE, version = version + 1 WHERE id = #{id}")
  int noShow(UUID id);

  @Insert(
      """
      INSERT INTO booking_history (
        id, booking_id, happened_at, actor, actor_id, action, detail, reason)
      VALUES (
        #{id}, #{bookingId}, #{happenedAt}, #{actor}, #{actorId}, #{action}, #{detail}, #{reason})
      """)
  int insertHistory(HistoryRow row);

  /// Returns when an invitee moved a booking, so many moves before his last one; null if he has not
  /// moved it so often.
  ///
  /// @param after exclusive
  @Select(
      """
      SELECT happened_at FROM booking_history
      WHERE booking_id = #{bookingId} AND happened_at > #{after} AND actor = 'invitee'
        AND action = 'rescheduled'
      ORDER BY happened_at DESC OFFSET #{before} ROWS FETCH FIRST ROW ONLY
      """)
  @Nullable Instant moveByInvitee(UUID bookingId, Instant after, int before);

  @Select(
      """
      SELECT y.happened_at, y.actor, h.handle AS actor_handle, y.action, y.detail, y.reason
      FROM booking_history y LEFT JOIN host h ON h.id = y.actor_id
      WHERE y.booking_id = #{bookingId} ORDER BY y.happened_at, y.id
      """)
  List<HistoryEntry> history(UUID bookingId);
}
