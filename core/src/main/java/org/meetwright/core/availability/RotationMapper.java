package org.meetwright.core.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.availability.HostRotation.Candidate;

/// SQL that reads whose turn it is. Meetings that were booked since an instant also begin after it,
/// which bounds the searches in the index.
interface RotationMapper {
  /// How many meetings a member had when another one joined.
  record EarlierRow(Instant until, UUID hostId, long meetings) {}

  /// Returns the members of a team with their meetings of an event type that were booked since an
  /// instant and since they joined.
  @Select(
      """
      SELECT t.host_id, t.priority, t.weight, t.joined_at, COALESCE(s.meetings, 0) AS meetings,
        s.last_booked_at
      FROM team_member t LEFT JOIN (
        SELECT mh.host_id, COUNT(*) AS meetings, MAX(m.created_at) AS last_booked_at
        FROM meeting m JOIN meeting_host mh ON mh.meeting_id = m.id AND mh.active
          JOIN team_member tm ON tm.team_id = #{teamId} AND tm.host_id = mh.host_id
          AND tm.state = 'member'
        WHERE m.event_type_id = #{eventTypeId} AND m.starts_at >= #{since}
          AND m.created_at >= #{since} AND m.created_at >= tm.joined_at
        GROUP BY mh.host_id) s ON s.host_id = t.host_id
      WHERE t.team_id = #{teamId} AND t.state = 'member'
      ORDER BY t.host_id
      """)
  List<Candidate> members(UUID eventTypeId, UUID teamId, Instant since);

  /// Returns, for each instant since then at which someone joined, how many meetings those had who
  /// were members before.
  @Select(
      """
      SELECT n.joined_at AS until, tm.host_id, COUNT(*) AS meetings
      FROM meeting m JOIN meeting_host mh ON mh.meeting_id = m.id AND mh.active
        JOIN team_member tm ON tm.team_id = #{teamId} AND tm.host_id = mh.host_id
          AND tm.state = 'member'
        JOIN (SELECT DISTINCT joined_at FROM team_member
          WHERE team_id = #{teamId} AND state = 'member' AND joined_at > #{since}) n
          ON n.joined_at > tm.joined_at AND n.joined_at > m.created_at
      WHERE m.event_type_id = #{eventTypeId} AND m.starts_at >= #{since}
        AND m.created_at >= #{since} AND m.created_at >= tm.joined_at
      GROUP BY n.joined_at, tm.host_id
      """)
  List<EarlierRow> earlier(UUID eventTypeId, UUID teamId, Instant since);
}
