package org.meetwright.core.calendar.check;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of what is asked before a booking.
interface CheckMapper {
  /// A calendar that counts as busy.
  record AskedRow(UUID id, UUID connectionId, UUID hostId, String remoteId, String name) {}

  @Select("SELECT id FROM calendar WHERE busy FETCH FIRST ROW ONLY")
  @Nullable UUID any();

  /// Returns the calendars of hosts that count as busy, are asked at all, and were not read since.
  @Select(
      """
      <script>
      SELECT c.id, c.connection_id, c.host_id, c.remote_id, c.name
      FROM calendar c JOIN calendar_connection n ON n.id = c.connection_id
      WHERE c.host_id IN <foreach collection="hosts" item="id" open="(" separator="," close=")">#{id}</foreach>
        AND c.busy AND n.state = 'active' AND (c.synced_at IS NULL OR c.synced_at &lt; #{since})
      ORDER BY c.id LIMIT #{most}
      </script>
      """)
  List<AskedRow> stale(
      @Param("hosts") Collection<UUID> hosts,
      @Param("since") Instant since,
      @Param("most") int most);

  @Select(
      """
      SELECT id, connection_id, host_id, remote_id, name FROM calendar WHERE id = #{id} AND busy
      """)
  @Nullable AskedRow calendar(UUID id);
}
