package org.meetwright.core.preview;

import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;

/// SQL that finds what a draft may concern.
interface PreviewMapper {
  /// Returns the active event types in which a host meets invitees: his own first, then those of
  /// teams, by name.
  @Select(
      """
      SELECT e.id FROM event_type e
      WHERE e.active AND (e.team_id IS NULL AND e.host_id = #{hostId} OR EXISTS
        (SELECT 1 FROM team_member tm
          WHERE tm.team_id = e.team_id AND tm.host_id = #{hostId} AND tm.state = 'member'))
      ORDER BY CASE WHEN e.team_id IS NULL THEN 0 ELSE 1 END, e.name, e.id LIMIT #{most}
      """)
  List<UUID> eventTypes(UUID hostId, int most);
}
