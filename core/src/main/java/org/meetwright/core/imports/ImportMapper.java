package org.meetwright.core.imports;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.Interval;

/// SQL of the table `imported`, and of what only imported bookings have.
interface ImportMapper {
  /// What something is called at another service.
  record OriginRow(String source, String externalId) {}

  /// A meeting that takes a host's time.
  record TakenRow(String eventTypeName, Instant startsAt) {}

  @Select(
      """
      SELECT local_id FROM imported
      WHERE source = #{source} AND kind = #{kind} AND external_id = #{externalId}
      """)
  @Nullable UUID find(String source, String kind, String externalId);

  @Select(
      """
      SELECT source, external_id FROM imported WHERE local_id = #{localId} AND kind = #{kind}
      ORDER BY imported_at, source, external_id
      """)
  List<OriginRow> origins(UUID localId, String kind);

  @Insert(
      """
      INSERT INTO imported (source, kind, external_id, local_id, imported_at)
      VALUES (#{source}, #{kind}, #{externalId}, #{localId}, #{at})
      """)
  int insert(String source, String kind, String externalId, UUID localId, Instant at);

  @Delete("DELETE FROM imported WHERE local_id = #{localId}")
  int forget(UUID localId);

  /// Returns a meeting that takes a host within a time; null if there is none.
  ///
  /// @param earliest a bound of the search in the index: three days before the time
  @Select(
      """
      SELECT m.event_type_name, m.starts_at FROM meeting_host mh
      JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.host_id = #{hostId} AND mh.active AND mh.padded_from > #{earliest}
        AND mh.padded_from < #{until} AND mh.padded_until > #{from}
      ORDER BY mh.padded_from FETCH FIRST ROW ONLY
      """)
  @Nullable TakenRow taken(UUID hostId, Instant earliest, Instant from, Instant until);

  @Insert(
      """
      INSERT INTO meeting_host (meeting_id, host_id, padded_from, padded_until, active, told_zone,
        told_offset)
      VALUES (#{meetingId}, #{hostId}, #{padded.startInclusive}, #{padded.endExclusive}, #{active},
        #{zone}, #{offset})
      """)
  int insertMeetingHost(
      UUID meetingId, UUID hostId, Interval padded, boolean active, ZoneId zone, int offset);

  /// Gives a meeting more seats, never fewer.
  @Update("UPDATE meeting SET seats = #{seats} WHERE id = #{meetingId} AND seats < #{seats}")
  int setSeats(UUID meetingId, int seats);

  /// Notes of a booking what is not so of one that is made here.
  @Update(
      """
      UPDATE booking SET no_show = #{noShow}, end_reason = #{reason},
        calendar_sequence = #{sequence}
      WHERE id = #{id}
      """)
  int settle(UUID id, boolean noShow, String reason, int sequence);
}
