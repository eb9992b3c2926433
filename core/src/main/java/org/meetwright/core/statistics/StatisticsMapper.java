package org.meetwright.core.statistics;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.statistics.BookingStatistics.ActorCount;
import org.meetwright.core.statistics.BookingStatistics.LeadTime;

/// SQL that counts bookings. What comes back is bounded by the length of the period and by the
/// limits, not by how many bookings there are.
interface StatisticsMapper {
  /// The components of [Counts].
  String COUNTS =
      """
      COUNT(*) AS bookings,
      COALESCE(SUM(CASE WHEN b.status = 'confirmed' THEN 1 ELSE 0 END), 0) AS confirmed,
      COALESCE(SUM(CASE WHEN b.status = 'pending' THEN 1 ELSE 0 END), 0) AS pending,
      COALESCE(SUM(CASE WHEN b.status = 'cancelled' THEN 1 ELSE 0 END), 0) AS cancelled,
      COALESCE(SUM(CASE WHEN b.status = 'declined' THEN 1 ELSE 0 END), 0) AS declined,
      COALESCE(SUM(CASE WHEN b.status = 'confirmed' AND m.ends_at &lt;= #{now}
        THEN 1 ELSE 0 END), 0) AS held,
      COALESCE(SUM(CASE WHEN b.status = 'confirmed' AND b.no_show AND m.ends_at &lt;= #{now}
        THEN 1 ELSE 0 END), 0) AS no_shows
      """;

  /// The bookings of the period. Meetings are found by the index of their ends.
  String WITHIN =
      """
       WHERE m.starts_at &gt;= #{from} AND m.starts_at &lt; #{until} AND m.ends_at &gt; #{from}
      <if test="hostId != null">AND EXISTS (SELECT 1 FROM meeting_host x
        WHERE x.meeting_id = m.id AND x.host_id = #{hostId})</if>
      """;

  /// The quarter of an hour in which a meeting begins, since 1970.
  String QUARTER = "CAST(FLOOR(EXTRACT(EPOCH FROM m.starts_at) / 900) AS bigint)";

  /// How long before its start a booking was made, in seconds.
  String LEAD = "EXTRACT(EPOCH FROM m.starts_at) - EXTRACT(EPOCH FROM b.created_at)";

  /// The bookings that begin in the same quarter of an hour, or those of something with a name.
  ///
  /// Wide: it has a component for each column.
  ///
  /// @param quarter 0 unless they are counted by it
  /// @param handle null if it is gone; empty if they are not counted by it
  record CountsRow(
      long quarter,
      @Nullable String handle,
      String slug,
      long bookings,
      long confirmed,
      long pending,
      long cancelled,
      long declined,
      long held,
      long noShows) {
    Counts counts() {
      return new Counts(bookings, confirmed, pending, cancelled, declined, held, noShows);
    }
  }

  @Select(
      "<script>SELECT "
          + QUARTER
          + " AS quarter, '' AS handle, '' AS slug, "
          + COUNTS
          + " FROM meeting m JOIN booking b ON b.meeting_id = m.id"
          + WITHIN
          + " GROUP BY "
          + QUARTER
          + " ORDER BY 1</script>")
  List<CountsRow> quarters(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId,
      @Param("now") Instant now);

  @Select(
      "<script>SELECT 0 AS quarter, p.handle, m.event_type_slug AS slug, "
          + COUNTS
          + " FROM meeting m JOIN booking b ON b.meeting_id = m.id"
          + " LEFT JOIN event_type e ON e.id = m.event_type_id"
          + " LEFT JOIN handle p ON p.owner_id = e.page_id"
          + WITHIN
          + " GROUP BY p.handle, m.event_type_slug ORDER BY 4 DESC, 2, 3"
          + " FETCH FIRST #{limit} ROWS ONLY</script>")
  List<CountsRow> eventTypes(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId,
      @Param("now") Instant now,
      @Param("limit") int limit);

  @Select(
      "<script>SELECT 0 AS quarter, h.handle, '' AS slug, "
          + COUNTS
          + " FROM meeting m JOIN booking b ON b.meeting_id = m.id"
          + " JOIN meeting_host mh ON mh.meeting_id = m.id JOIN host h ON h.id = mh.host_id"
          + WITHIN
          + " GROUP BY h.handle ORDER BY 4 DESC, 2 FETCH FIRST #{limit} ROWS ONLY</script>")
  List<CountsRow> hosts(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId,
      @Param("now") Instant now,
      @Param("limit") int limit);

  @Select(
      "<script>SELECT CAST(COALESCE(AVG(l.lead), 0) / 60 AS bigint) AS average_minutes,"
          + " COALESCE(SUM(CASE WHEN l.lead &lt; 3600 THEN 1 ELSE 0 END), 0) AS under_hour,"
          + " COALESCE(SUM(CASE WHEN l.lead &gt;= 3600 AND l.lead &lt; 86400"
          + " THEN 1 ELSE 0 END), 0) AS under_day,"
          + " COALESCE(SUM(CASE WHEN l.lead &gt;= 86400 AND l.lead &lt; 259200"
          + " THEN 1 ELSE 0 END), 0) AS under_three_days,"
          + " COALESCE(SUM(CASE WHEN l.lead &gt;= 259200 AND l.lead &lt; 604800"
          + " THEN 1 ELSE 0 END), 0) AS under_week,"
          + " COALESCE(SUM(CASE WHEN l.lead &gt;= 604800 AND l.lead &lt; 2419200"
          + " THEN 1 ELSE 0 END), 0) AS under_four_weeks,"
          + " COALESCE(SUM(CASE WHEN l.lead &gt;= 2419200 THEN 1 ELSE 0 END), 0) AS longer"
          + " FROM (SELECT "
          + LEAD
          + " AS lead FROM meeting m JOIN booking b ON b.meeting_id = m.id"
          + WITHIN
          + ") l</script>")
  LeadTime leadTime(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId);

  @Select(
      "<script>SELECT y.actor, COUNT(DISTINCT b.id) AS bookings"
          + " FROM meeting m JOIN booking b ON b.meeting_id = m.id"
          + " JOIN booking_history y ON y.booking_id = b.id AND y.action = 'cancelled'"
          + WITHIN
          + " GROUP BY y.actor ORDER BY 2 DESC, 1</script>")
  List<ActorCount> cancelledBy(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId);

  @Select(
      "<script>SELECT COUNT(*) FROM booking_archive m"
          + " WHERE m.ends_at &gt; #{from} AND m.ends_at &lt;= #{until}"
          + "<if test=\"hostId != null\"> AND EXISTS (SELECT 1 FROM booking_archive_host x"
          + " WHERE x.meeting_id = m.meeting_id AND x.host_id = #{hostId})</if></script>")
  long archived(
      @Param("from") Instant from,
      @Param("until") Instant until,
      @Param("hostId") @Nullable UUID hostId);
}
