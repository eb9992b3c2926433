package org.meetwright.core.calendar.meeting;

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
import org.meetwright.core.busy.SeriesTimes;
import org.meetwright.core.calendar.OwnEvents.Left;
import org.meetwright.core.time.Interval;

/// SQL of the table `meeting_event`, and of what decides about its rows.
interface MeetingEventMapper {
  /// What is known of a meeting and one of its hosts.
  record MeetingRow(boolean active, int seats) {}

  /// A host with an account that has to do with a meeting.
  record ConcernedRow(UUID hostId, UUID connectionId) {}

  /// A meeting of a host, with an account into which it is written.
  record HeldRow(UUID meetingId, UUID hostId, UUID connectionId) {}

  @Select(
      """
      SELECT mh.active, m.seats FROM meeting m JOIN meeting_host mh ON mh.meeting_id = m.id
      WHERE m.id = #{meetingId} AND mh.host_id = #{hostId}
      """)
  @Nullable MeetingRow meeting(UUID meetingId, UUID hostId);

  /// Returns those hosts who have a calendar that receives their meetings, or has an event of one
  /// of these meetings.
  @Select(
      """
      <script>
      SELECT c.host_id, c.connection_id FROM calendar c
      WHERE c.host_id IN <foreach collection="hosts" item="id" open="(" separator="," close=")">#{id}</foreach>
        AND (c.receives OR EXISTS (SELECT 1 FROM meeting_event e WHERE e.calendar_id = c.id AND e.meeting_id IN
          <foreach collection="meetings" item="id" open="(" separator="," close=")">#{id}</foreach>))
      ORDER BY c.receives DESC, c.id
      </script>
      """)
  List<ConcernedRow> concerned(
      @Param("hosts") Collection<UUID> hosts, @Param("meetings") Collection<UUID> meetings);

  @Select("SELECT id FROM calendar WHERE host_id = #{hostId} AND receives")
  @Nullable UUID receiving(UUID hostId);

  /// Returns whether the host wants his meetings to follow what he does in a calendar.
  @Select(
      """
      SELECT n.follows FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id
      WHERE c.id = #{calendarId}
      """)
  @Nullable Boolean follows(UUID calendarId);

  @Select(
      """
      SELECT * FROM meeting_event WHERE meeting_id = #{meetingId} AND host_id = #{hostId}
      ORDER BY id
      """)
  List<MeetingEvent> of(UUID meetingId, UUID hostId);

  @Select("SELECT * FROM meeting_event WHERE host_id = #{hostId} ORDER BY id")
  List<MeetingEvent> ofHost(UUID hostId);

  @Select("SELECT * FROM meeting_event WHERE id = #{id}")
  @Nullable MeetingEvent find(UUID id);

  @Select("SELECT * FROM meeting_event WHERE id = #{id} FOR UPDATE")
  @Nullable MeetingEvent lock(UUID id);

  @Insert(
      """
      INSERT INTO meeting_event (id, meeting_id, host_id, calendar_id, uid, generation, sequence, state)
      SELECT CAST(#{id} AS uuid), CAST(#{meetingId} AS uuid), CAST(#{hostId} AS uuid), c.id,
        CAST(#{uid} AS varchar(150)), 0, 0, 'wanted'
      FROM calendar c WHERE c.id = #{calendarId} AND NOT EXISTS (SELECT 1 FROM meeting_event e
        WHERE e.meeting_id = #{meetingId} AND e.host_id = #{hostId} AND e.calendar_id = #{calendarId})
      """)
  int insertMissing(UUID id, UUID meetingId, UUID hostId, UUID calendarId, String uid);

  /// Writes what has changed of a row.
  ///
  /// @param key the hash of its remote id; null if it has none
  @Update(
      """
      UPDATE meeting_event SET generation = #{e.generation}, remote_id = #{e.remoteId},
        remote_key = #{key}, etag = #{e.etag}, written_from = #{e.writtenFrom},
        written_until = #{e.writtenUntil}, fingerprint = #{e.fingerprint},
        sequence = #{e.sequence}, state = #{e.state}, seen_from = #{e.seenFrom},
        seen_until = #{e.seenUntil}, changed_at = #{e.changedAt}, error = #{e.error},
        failing_since = #{e.failingSince}, leased_until = #{e.leasedUntil}
      WHERE id = #{e.id}
      """)
  int update(@Param("e") MeetingEvent event, @Param("key") @Nullable String key);

  @Delete("DELETE FROM meeting_event WHERE id = #{id}")
  int delete(UUID id);

  /// Gives the events of a meeting to the one that replaces it.
  @Update("UPDATE meeting_event SET meeting_id = #{to} WHERE meeting_id = #{from}")
  int carryOver(UUID from, UUID to);

  @Select(
      """
      SELECT e.meeting_id, e.host_id, c.connection_id
      FROM meeting_event e JOIN calendar c ON c.id = e.calendar_id
        JOIN booking b ON b.meeting_id = e.meeting_id
      WHERE b.id = #{bookingId}
      """)
  List<HeldRow> ofBooking(UUID bookingId);

  /// Returns the meetings of which something was written into an account, or may have been.
  ///
  /// @param now only those that end later
  @Select(
      """
      SELECT e.meeting_id, e.host_id, c.connection_id
      FROM calendar c JOIN meeting_event e ON e.calendar_id = c.id
      WHERE c.connection_id = #{connectionId} AND e.sequence > 0 AND e.written_until > #{now}
      ORDER BY e.id
      """)
  List<HeldRow> inAccount(UUID connectionId, Instant now);

  /// Returns how much was written into an account, as [#inAccount] does.
  @Select(
      """
      SELECT COUNT(*) AS events,
        COUNT(CASE WHEN e.error IN ('sign_in', 'read_only', 'not_found') THEN 1 END) AS refused,
        MIN(e.failing_since) AS failing_since
      FROM calendar c JOIN meeting_event e ON e.calendar_id = c.id
      WHERE c.connection_id = #{connectionId} AND e.sequence > 0 AND e.written_until > #{now}
      """)
  Left left(UUID connectionId, Instant now);

  /// Returns a page of a host's meetings that end later, by id.
  ///
  /// @param earliest a bound of the search in the index of a host's meetings
  /// @param after where the page begins, exclusive; null for the first one
  @Select(
      """
      <script>
      SELECT m.id FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.host_id = #{hostId} AND mh.active AND mh.padded_from &gt; #{earliest} AND m.ends_at &gt; #{since}
        <if test="after != null">AND m.id &gt; #{after}</if>
      ORDER BY m.id LIMIT #{limit}
      </script>
      """)
  List<UUID> meetings(
      @Param("hostId") UUID hostId,
      @Param("earliest") Instant earliest,
      @Param("since") Instant since,
      @Param("after") @Nullable UUID after,
      @Param("limit") int limit);

  @Select("SELECT host_id, connection_id FROM calendar WHERE receives ORDER BY host_id")
  List<ConcernedRow> receivers();

  @Select(
      """
      SELECT c.host_id, c.connection_id FROM calendar c
      WHERE c.host_id = #{hostId} AND (c.receives OR EXISTS (
        SELECT 1 FROM meeting_event e WHERE e.calendar_id = c.id))
      ORDER BY c.receives DESC, c.id LIMIT 1
      """)
  @Nullable ConcernedRow receiver(UUID hostId);

  /// Returns those of some hashed ids of items that are written for a host.
  @Select(
      """
      <script>
      SELECT remote_key FROM meeting_event WHERE host_id = #{hostId} AND remote_key IN
      <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach>
      </script>
      """)
  List<String> knownKeys(@Param("hostId") UUID hostId, @Param("keys") Collection<String> keys);

  /// Returns those of some UIDs, without their generations, that are written for a host.
  @Select(
      """
      <script>
      SELECT uid FROM meeting_event WHERE host_id = #{hostId} AND uid IN
      <foreach collection="uids" item="uid" open="(" separator="," close=")">#{uid}</foreach>
      </script>
      """)
  List<String> knownUids(@Param("hostId") UUID hostId, @Param("uids") Collection<String> uids);

  /// Returns those of some ids that are bookings with a host.
  @Select(
      """
      <script>
      SELECT b.id FROM booking b JOIN meeting_host mh ON mh.meeting_id = b.meeting_id
      WHERE mh.host_id = #{hostId} AND b.id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<UUID> bookingsWith(@Param("hostId") UUID hostId, @Param("ids") Collection<UUID> ids);

  /// Returns those of some ids that are meetings of a host, or were when their events were written.
  @Select(
      """
      <script>
      SELECT meeting_id FROM meeting_host WHERE host_id = #{hostId} AND meeting_id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      UNION SELECT meeting_id FROM meeting_event WHERE host_id = #{hostId} AND meeting_id IN
      <foreach collection="ids" item="id" open="(" separator="," close=")">#{id}</foreach>
      </script>
      """)
  List<UUID> meetingsOf(@Param("hostId") UUID hostId, @Param("ids") Collection<UUID> ids);

  /// Returns the events of a calendar with these hashed ids of items.
  @Select(
      """
      <script>
      SELECT * FROM meeting_event WHERE calendar_id = #{calendarId} AND remote_key IN
      <foreach collection="keys" item="key" open="(" separator="," close=")">#{key}</foreach>
      </script>
      """)
  List<MeetingEvent> inCalendar(
      @Param("calendarId") UUID calendarId, @Param("keys") Collection<String> keys);

  /// Returns a host's events that he has changed, or that could not be written for a while, the
  /// latest first.
  ///
  /// @param now only of meetings that end later
  /// @param failing only what has failed since before
  @Select(
      """
      SELECT e.* FROM meeting_event e JOIN meeting m ON m.id = e.meeting_id
      WHERE e.host_id = #{hostId} AND m.ends_at > #{now}
        AND (e.state IN ('moved', 'gone') OR e.failing_since <= #{failing})
      ORDER BY COALESCE(e.changed_at, e.failing_since) DESC, e.id LIMIT #{most}
      """)
  List<MeetingEvent> problems(UUID hostId, Instant now, Instant failing, int most);

  /// A meeting, and something else at its time.
  ///
  /// @param times those of an event that may be at its time
  /// @param calendar the name of the calendar that has it
  record CollisionRow(
      UUID meetingId,
      Instant meetingStart,
      Instant meetingEnd,
      UUID busyId,
      Instant startsAt,
      Instant endsAt,
      @Nullable String times,
      String calendar) {
    /// Returns the first time of the event that is at the meeting's; null if none is.
    @Nullable Interval collision() {
      Interval meeting = new Interval(meetingStart, meetingEnd);
      return SeriesTimes.read(startsAt, endsAt, times).stream()
          .filter(meeting::overlaps)
          .findFirst()
          .orElse(null);
    }
  }

  /// Returns what the calendars of a host may have at the times of his meetings, the soonest
  /// meeting first: all that is one, and more. Ids grow with time, so that what was there before
  /// its meeting is left out.
  ///
  /// @param earliest a bound of the search in the index of a host's meetings
  /// @param now only of meetings that end later
  @Select(
      """
      <script>
      <foreach collection="{false, true}" item="isLong" separator=" UNION ALL ">
      SELECT m.id AS meeting_id, m.starts_at AS meeting_start, m.ends_at AS meeting_end,
        b.id AS busy_id, b.starts_at, b.ends_at, b.times, c.name AS calendar
      FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
        JOIN busy_series b ON b.host_id = mh.host_id AND b.is_long = ${isLong}
        JOIN calendar c ON c.id = b.calendar_id
      WHERE mh.host_id = #{hostId} AND mh.active AND mh.padded_from &gt; #{earliest}
        AND m.ends_at &gt; #{now} AND b.starts_at &lt; m.ends_at AND b.ends_at &gt; m.starts_at
        <if test="!isLong">AND b.starts_at &gt;= m.starts_at - INTERVAL '33' DAY</if>
        AND b.id &gt; m.id
      </foreach>
      ORDER BY meeting_start, busy_id
      </script>
      """)
  List<CollisionRow> collisions(
      @Param("hostId") UUID hostId, @Param("earliest") Instant earliest, @Param("now") Instant now);

  /// Forgets events of meetings that are not live any more, unless they are to be deleted.
  @Delete(
      """
      DELETE FROM meeting_event WHERE id IN (
        SELECT e.id FROM meeting_event e
        WHERE e.state <> 'removing' AND e.written_until < #{until}
          AND NOT EXISTS (SELECT 1 FROM meeting m WHERE m.id = e.meeting_id)
        ORDER BY e.id LIMIT #{limit})
      """)
  int tidy(Instant until, int limit);

  @Delete("DELETE FROM meeting_event WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
