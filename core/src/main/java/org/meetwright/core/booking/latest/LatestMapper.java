package org.meetwright.core.booking.latest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.BookingMapper.BookingRow;

/// SQL that reads a host's bookings from the latest to the first.
interface LatestMapper {
  /// Returns bookings of a host by start and id, the latest first.
  ///
  /// @param from the first start that is meant, inclusive
  /// @param earliest a day before, to bound the search in the index of a host's meetings
  /// @param until the end of the starts that are meant, exclusive
  /// @param patterns for `LIKE`, all of which must be found in folded text
  /// @param beforeStart start of the last booking of the page before; null for the first page
  @Select(
      "<script>SELECT "
          + BookingMapper.COLUMNS
          + """
           FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
             JOIN booking b ON b.meeting_id = m.id
          WHERE mh.host_id = #{hostId}
            AND mh.padded_from &gt; #{earliest} AND mh.padded_from &lt; #{until}
            AND m.starts_at &gt;= #{from} AND m.starts_at &lt; #{until}
            <foreach collection="patterns" item="word">AND (b.search_key LIKE #{word} ESCAPE '!'
              OR m.search_key LIKE #{word} ESCAPE '!')</foreach>
            <if test="beforeStart != null">AND (m.starts_at &lt; #{beforeStart}
              OR m.starts_at = #{beforeStart} AND b.id &lt; #{beforeId})</if>
          ORDER BY m.starts_at DESC, b.id DESC
          LIMIT #{limit}
          </script>
          """)
  List<BookingRow> list(
      @Param("hostId") UUID hostId,
      @Param("from") Instant from,
      @Param("earliest") Instant earliest,
      @Param("until") Instant until,
      @Param("patterns") List<String> patterns,
      @Param("beforeStart") @Nullable Instant beforeStart,
      @Param("beforeId") @Nullable UUID beforeId,
      @Param("limit") int limit);

  /// Returns when the padded time of a host's meeting begins that comes so many before an instant;
  /// null if there are not so many.
  @Select(
      """
      SELECT padded_from FROM meeting_host WHERE host_id = #{hostId} AND padded_from < #{until}
      ORDER BY host_id DESC, padded_from DESC OFFSET #{count} ROWS FETCH FIRST ROW ONLY
      """)
  @Nullable Instant horizon(UUID hostId, Instant until, int count);

  /// Counts the requests to a host that wait for an answer.
  ///
  /// @param now none has begun by then
  /// @param earliest a day before, to bound the search in the index of a host's meetings
  @Select(
      """
      SELECT COUNT(*) FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
        JOIN booking b ON b.meeting_id = m.id
      WHERE mh.host_id = #{hostId} AND mh.padded_from > #{earliest} AND m.starts_at > #{now}
        AND b.status = 'pending'
      """)
  int countRequests(UUID hostId, Instant now, Instant earliest);
}
