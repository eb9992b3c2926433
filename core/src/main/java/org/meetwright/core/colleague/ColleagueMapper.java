package org.meetwright.core.colleague;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL that finds what belongs to a team.
interface ColleagueMapper {
  /// A booking of a team.
  record StartRow(UUID id, Instant startsAt) {}

  /// A round-robin event type of a team.
  record TypeRow(UUID id, String slug, String name) {}

  @Select(
      """
      <script>
      SELECT b.id, m.starts_at
      FROM event_type e JOIN meeting m ON m.event_type_id = e.id
        JOIN booking b ON b.meeting_id = m.id
      WHERE e.team_id = #{teamId}
        <if test="from != null">AND m.starts_at &gt;= #{from}</if>
        <if test="until != null">AND m.starts_at &lt; #{until}</if>
        <if test="afterStart != null">AND (m.starts_at &gt; #{afterStart}
          OR m.starts_at = #{afterStart} AND b.id &gt; #{afterId})</if>
      ORDER BY m.starts_at, b.id LIMIT #{limit}
      </script>
      """)
  List<StartRow> bookings(
      @Param("teamId") UUID teamId,
      @Param("from") @Nullable Instant from,
      @Param("until") @Nullable Instant until,
      @Param("afterStart") @Nullable Instant afterStart,
      @Param("afterId") @Nullable UUID afterId,
      @Param("limit") int limit);

  @Select(
      """
      SELECT id, slug, name FROM event_type
      WHERE team_id = #{teamId} AND assignment = 'roundRobin' ORDER BY created_at, id LIMIT #{most}
      """)
  List<TypeRow> roundRobins(UUID teamId, int most);
}
