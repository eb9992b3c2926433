package org.meetwright.core.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.HostMapper.HostRow;
import org.meetwright.core.offering.HostRevision;
import org.meetwright.core.slot.MeetingTime;

/// SQL that reads the facts that decide about slots.
interface FactsMapper {
  /// Returns an event type's hosts by id: the host, or the members of its team, if it has any.
  @Select(
      """
      SELECT h.id AS host_id, h.revision
      FROM event_type e LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        JOIN host h ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE e.id = #{eventTypeId}
      ORDER BY h.id
      """)
  List<HostRevision> revisions(UUID eventTypeId);

  /// Returns an event type's hosts by id: the host, or the members of its team, if it has any.
  @Select(
      """
      SELECT h.*
      FROM event_type e LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        JOIN host h ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE e.id = #{eventTypeId}
      ORDER BY h.id
      """)
  List<HostRow> hosts(UUID eventTypeId);

  /// Returns the host, or the members of a team, by id.
  ///
  /// @param teamId null for the host alone
  @Select(
      """
      <script>
      SELECT h.* FROM host h
      <choose>
        <when test="teamId == null">WHERE h.id = #{hostId}</when>
        <otherwise>
          JOIN team_member tm ON tm.host_id = h.id
          WHERE tm.team_id = #{teamId} AND tm.state = 'member'
        </otherwise>
      </choose>
      ORDER BY h.id
      </script>
      """)
  List<HostRow> hostsOf(@Param("hostId") UUID hostId, @Param("teamId") @Nullable UUID teamId);

  /// Returns the host's meetings that are not cancelled and whose padded time overlaps `[from,
  /// until)`.
  ///
  /// @param earliest bounds the search in the index: `from` less the longest padded time there can
  ///   be
  /// @param groupId the event type whose seats are to be counted
  @Select(
      """
      SELECT mh.meeting_id, m.event_type_id, m.event_type_name, m.starts_at, m.ends_at,
        mh.padded_from, mh.padded_until,
        m.seats, CASE WHEN m.event_type_id = #{groupId}
          THEN (SELECT COUNT(*) FROM booking b WHERE b.meeting_id = m.id AND b.seat IS NOT NULL)
          ELSE 0 END AS seats_taken
      FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.host_id = #{hostId} AND mh.active
        AND mh.padded_from > #{earliest} AND mh.padded_from < #{until}
        AND mh.padded_until > #{from}
      """)
  List<MeetingTime> meetings(
      UUID hostId, Instant earliest, Instant from, Instant until, UUID groupId);

  /// Returns how many invitees have a seat in a meeting.
  @Select("SELECT COUNT(*) FROM booking WHERE meeting_id = #{meetingId} AND seat IS NOT NULL")
  int seatsTaken(UUID meetingId);
}
