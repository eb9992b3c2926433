package org.meetwright.core.account.standing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.account.standing.HostHoldings.Keys;
import org.meetwright.core.account.standing.HostHoldings.Meetings;
import org.meetwright.core.account.standing.HostHoldings.Setup;
import org.meetwright.core.account.standing.HostHoldings.TeamShare;

/// SQL that counts what a host has.
interface HoldingsMapper {
  @Select(
      """
      SELECT
        (SELECT COUNT(*) FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
           JOIN booking b ON b.meeting_id = m.id
         WHERE mh.host_id = #{hostId} AND b.seat IS NOT NULL AND m.ends_at > #{now}) AS upcoming,
        (SELECT COUNT(*) FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
         WHERE mh.host_id = #{hostId} AND NOT EXISTS (SELECT 1 FROM meeting_host o
           WHERE o.meeting_id = mh.meeting_id AND o.host_id <> #{hostId})) AS own,
        (SELECT COUNT(*) FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
         WHERE mh.host_id = #{hostId} AND EXISTS (SELECT 1 FROM meeting_host o
           WHERE o.meeting_id = mh.meeting_id AND o.host_id <> #{hostId})) AS shared,
        (SELECT COUNT(*) FROM booking_archive_host a WHERE a.host_id = #{hostId}) AS archived,
        (SELECT COUNT(*) FROM meeting_host mh JOIN booking b ON b.meeting_id = mh.meeting_id
           JOIN outbox o ON o.subject_id = b.id
         WHERE mh.host_id = #{hostId} AND o.state = 'pending'
           AND (o.attempts > 0 OR o.due_at <= #{now})) AS unsent
      """)
  Meetings meetings(UUID hostId, Instant now);

  @Select(
      """
      SELECT
        (SELECT COUNT(*) FROM event_type WHERE page_id = #{hostId}) AS event_types,
        (SELECT COUNT(*) FROM schedule WHERE host_id = #{hostId}) AS schedules,
        (SELECT COUNT(*) FROM absence WHERE host_id = #{hostId}) AS absences,
        (SELECT COUNT(*) FROM busy_time
         WHERE host_id = #{hostId} AND source = 'manual') AS busy_times
      """)
  Setup setup(UUID hostId);

  @Select(
      """
      SELECT
        (SELECT COUNT(*) FROM session
         WHERE host_id = #{hostId} AND expires_at > #{now}) AS sessions,
        (SELECT COUNT(*) FROM api_token
         WHERE host_id = #{hostId} AND (expires_at IS NULL OR expires_at > #{now})) AS tokens,
        (SELECT COUNT(*) FROM webhook WHERE host_id = #{hostId}) AS webhooks,
        (SELECT COUNT(*) FROM calendar_feed WHERE host_id = #{hostId}) AS feeds,
        (SELECT COUNT(*) FROM calendar_connection WHERE host_id = #{hostId}) AS calendar_accounts
      """)
  Keys keys(UUID hostId, Instant now);

  @Select(
      """
      SELECT t.handle, CASE WHEN t.owner_id = #{hostId} THEN TRUE ELSE FALSE END AS owned,
        CASE WHEN t.owner_id = #{hostId} THEN
          (SELECT h.handle FROM team_member tm JOIN host h ON h.id = tm.host_id
           WHERE tm.team_id = t.id AND tm.host_id <> #{hostId} AND tm.state = 'member' AND h.active
           ORDER BY tm.priority DESC, tm.host_id LIMIT 1) END AS successor
      FROM team t
      WHERE t.owner_id = #{hostId} OR EXISTS (SELECT 1 FROM team_member m
        WHERE m.team_id = t.id AND m.host_id = #{hostId} AND m.state = 'member')
      ORDER BY t.handle
      """)
  List<TeamShare> teams(UUID hostId);
}
