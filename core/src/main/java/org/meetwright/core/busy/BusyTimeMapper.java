package org.meetwright.core.busy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `busy_time`.
interface BusyTimeMapper {
  /// Returns those that overlap `[from, until)`, in two parts, so that the index bounds both: of
  /// the short ones it reads only what begins at most a day before.
  ///
  /// @param dayBefore `from` less a day
  @Select(
      """
      SELECT id, host_id, starts_at, ends_at, summary, source FROM busy_time
      WHERE host_id = #{hostId} AND spans_days = FALSE
        AND starts_at >= #{dayBefore} AND starts_at < #{until} AND ends_at > #{from}
      UNION ALL
      SELECT id, host_id, starts_at, ends_at, summary, source FROM busy_time
      WHERE host_id = #{hostId} AND spans_days = TRUE AND starts_at < #{until} AND ends_at > #{from}
      ORDER BY starts_at, id
      """)
  List<BusyTime> between(UUID hostId, Instant dayBefore, Instant from, Instant until);

  @Select(
      """
      <script>
      SELECT id, host_id, starts_at, ends_at, summary, source FROM busy_time WHERE host_id = #{hostId}
      <if test="from != null">AND ends_at &gt; #{from}</if>
      <if test="until != null">AND starts_at &lt; #{until}</if>
      ORDER BY starts_at, id LIMIT #{limit}
      </script>
      """)
  List<BusyTime> list(
      @Param("hostId") UUID hostId,
      @Param("from") @Nullable Instant from,
      @Param("until") @Nullable Instant until,
      @Param("limit") int limit);

  @Select(
      """
      <script>
      SELECT id FROM busy_time WHERE host_id = #{hostId}
      <if test="from != null">AND ends_at &gt; #{from}</if>
      <if test="until != null">AND starts_at &lt; #{until}</if>
      ORDER BY starts_at, id LIMIT #{limit}
      </script>
      """)
  List<UUID> ids(
      @Param("hostId") UUID hostId,
      @Param("from") @Nullable Instant from,
      @Param("until") @Nullable Instant until,
      @Param("limit") int limit);

  @Select("SELECT id, host_id, starts_at, ends_at, summary, source FROM busy_time WHERE id = #{id}")
  @Nullable BusyTime find(UUID id);

  @Insert(
      """
      INSERT INTO busy_time (id, host_id, starts_at, ends_at, summary, source, spans_days)
      VALUES (#{added.id}, #{added.hostId}, #{added.startsAt}, #{added.endsAt}, #{added.summary},
        #{added.source}, #{spansDays})
      """)
  int insert(@Param("added") BusyTime added, @Param("spansDays") boolean spansDays);

  @Delete("DELETE FROM busy_time WHERE id = #{id} AND host_id = #{hostId} AND source = #{source}")
  int delete(UUID id, UUID hostId, String source);

  @Delete("DELETE FROM busy_time WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
