package org.meetwright.core.archive;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;

/// SQL of the tables `booking_archive`, `booking_archive_host` and `archive_tally`.
public interface ArchiveMapper {
  /// A row of `booking_archive`.
  ///
  /// @param document a [MeetingDocument] as JSON
  record ArchiveRow(
      UUID meetingId,
      Instant startsAt,
      Instant endsAt,
      int bookings,
      String document,
      String checksum,
      Instant archivedAt) {}

  /// Holds the tally until the transaction ends: anyone who changes the archive does so first, and
  /// one after the other.
  @Select("SELECT meetings, bookings, checksum FROM archive_tally WHERE id = 1 FOR UPDATE")
  Tally lockTally();

  @Select("SELECT meetings, bookings, checksum FROM archive_tally WHERE id = 1")
  Tally tally();

  @Update(
      """
      UPDATE archive_tally SET meetings = #{meetings}, bookings = #{bookings}, checksum = #{checksum}
      WHERE id = 1
      """)
  int setTally(Tally tally);

  @Insert(
      """
      INSERT INTO booking_archive (meeting_id, starts_at, ends_at, bookings, document, checksum,
        archived_at, email_keys)
      VALUES (#{row.meetingId}, #{row.startsAt}, #{row.endsAt}, #{row.bookings}, #{row.document},
        #{row.checksum}, #{row.archivedAt}, #{emailKeys})
      """)
  int insert(@Param("row") ArchiveRow row, @Param("emailKeys") String emailKeys);

  @Insert(
      """
      INSERT INTO booking_archive_host (host_id, starts_at, meeting_id)
      VALUES (#{hostId}, #{startsAt}, #{meetingId})
      """)
  int insertHost(UUID hostId, Instant startsAt, UUID meetingId);

  @Update(
      """
      UPDATE booking_archive SET document = #{document}, checksum = #{checksum},
        email_keys = #{emailKeys}
      WHERE meeting_id = #{meetingId}
      """)
  int replace(UUID meetingId, String document, String checksum, String emailKeys);

  @Select(
      "SELECT * FROM booking_archive WHERE meeting_id > #{after} ORDER BY meeting_id LIMIT"
          + " #{limit}")
  List<ArchiveRow> page(UUID after, int limit);

  /// Returns what is archived of a host, the earliest first.
  ///
  /// @param until exclusive
  /// @param after the last id of the page before, if that ended at `from`
  @Select(
      """
      SELECT a.* FROM booking_archive_host h JOIN booking_archive a ON a.meeting_id = h.meeting_id
      WHERE h.host_id = #{hostId} AND h.starts_at < #{until}
        AND (h.starts_at > #{from} OR h.starts_at = #{from} AND h.meeting_id > #{after})
      ORDER BY h.starts_at, h.meeting_id LIMIT #{limit}
      """)
  List<ArchiveRow> ofHost(UUID hostId, Instant from, UUID after, Instant until, int limit);

  @Select("SELECT * FROM booking_archive WHERE ends_at < #{cutoff} ORDER BY ends_at LIMIT #{limit}")
  List<ArchiveRow> ended(Instant cutoff, int limit);

  /// Returns a page of the meetings that an invitee or guest is in.
  ///
  /// @param pattern for `LIKE`, with `!` as the escape character
  @Select(
      """
      SELECT * FROM booking_archive
      WHERE meeting_id > #{after} AND email_keys LIKE #{pattern} ESCAPE '!'
      ORDER BY meeting_id LIMIT #{limit}
      """)
  List<ArchiveRow> withPerson(String pattern, UUID after, int limit);

  /// Returns a page of the meetings that a host is in.
  @Select(
      """
      SELECT a.* FROM booking_archive a
      WHERE a.meeting_id > #{after} AND EXISTS (SELECT 1 FROM booking_archive_host h
        WHERE h.host_id = #{hostId} AND h.meeting_id = a.meeting_id)
      ORDER BY a.meeting_id LIMIT #{limit}
      """)
  List<ArchiveRow> withHost(UUID hostId, UUID after, int limit);

  @Select(
      "<script>SELECT COUNT(*) FROM booking_archive_host WHERE meeting_id IN "
          + MeetingMapper.IDS
          + "</script>")
  int hosts(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM booking_archive_host WHERE meeting_id IN "
          + MeetingMapper.IDS
          + "</script>")
  int deleteHosts(@Param("ids") Collection<UUID> ids);

  @Delete(
      "<script>DELETE FROM booking_archive WHERE meeting_id IN " + MeetingMapper.IDS + "</script>")
  int delete(@Param("ids") Collection<UUID> ids);

  /// Returns which of the meetings are not in the archive alone.
  @Select("<script>SELECT id FROM meeting WHERE id IN " + MeetingMapper.IDS + "</script>")
  List<UUID> alsoLive(@Param("ids") Collection<UUID> ids);
}
