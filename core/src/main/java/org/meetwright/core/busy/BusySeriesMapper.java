package org.meetwright.core.busy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL of the table `busy_series`, as far as it is read here.
interface BusySeriesMapper {
  /// Returns those that may have a time in `[from, until)`, in two parts, so that the index bounds
  /// both: of those that are not long it reads only what begins after the bound.
  ///
  /// @param bound `from` less the longest that they last
  @Select(
      """
      SELECT id, host_id, calendar_id, starts_at, ends_at, times, summary, source FROM busy_series
      WHERE host_id = #{hostId} AND is_long = FALSE
        AND starts_at >= #{bound} AND starts_at < #{until} AND ends_at > #{from}
      UNION ALL
      SELECT id, host_id, calendar_id, starts_at, ends_at, times, summary, source FROM busy_series
      WHERE host_id = #{hostId} AND is_long = TRUE AND starts_at < #{until} AND ends_at > #{from}
      """)
  List<BusySeries> between(UUID hostId, Instant bound, Instant from, Instant until);

  /// Returns those that begin in `[from, until)`, by start.
  @Select(
      """
      <script>
      SELECT id, host_id, calendar_id, starts_at, ends_at, times, summary, source FROM busy_series
      WHERE host_id = #{hostId}
      <if test="from != null">AND starts_at &gt;= #{from}</if>
      <if test="until != null">AND starts_at &lt; #{until}</if>
      ORDER BY starts_at, id LIMIT #{limit}
      </script>
      """)
  List<BusySeries> beginning(
      @Param("hostId") UUID hostId,
      @Param("from") @Nullable Instant from,
      @Param("until") @Nullable Instant until,
      @Param("limit") int limit);

  @Delete("DELETE FROM busy_series WHERE host_id = #{hostId}")
  int deleteOfHost(UUID hostId);
}
