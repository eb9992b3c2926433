package org.meetwright.core.booking.localtime;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

/// SQL that reads and changes what people were told of the local times of meetings to come.
interface LocalTimeMapper {
  /// A booking that holds a seat.
  ///
  /// @param toldOffset in seconds; null if it was not recorded
  record BookingTime(
      UUID meetingId,
      Instant startsAt,
      UUID id,
      String eventTypeName,
      String inviteeName,
      ZoneId inviteeTimeZone,
      @Nullable Integer toldOffset) {}

  /// A host of a meeting.
  ///
  /// @param timeZone the host's zone today
  /// @param toldZone null if it was not recorded
  /// @param toldOffset in seconds; null if it was not recorded
  record HostTime(
      UUID meetingId,
      UUID hostId,
      String handle,
      ZoneId timeZone,
      @Nullable ZoneId toldZone,
      @Nullable Integer toldOffset) {}

  /// Returns the first meetings after one, by id, that begin after an instant.
  @Select(
      """
      SELECT id FROM meeting WHERE id > #{after} AND starts_at > #{now} ORDER BY id
      FETCH FIRST #{limit} ROWS ONLY
      """)
  List<UUID> meetings(UUID after, Instant now, int limit);

  /// Returns the bookings of the meetings from one to another, both inclusive.
  @Select(
      """
      SELECT b.meeting_id, m.starts_at, b.id, m.event_type_name, b.invitee_name,
        b.invitee_time_zone, b.told_offset
      FROM booking b JOIN meeting m ON m.id = b.meeting_id
      WHERE b.meeting_id BETWEEN #{first} AND #{last} AND b.seat IS NOT NULL
        AND m.starts_at > #{now}
      ORDER BY b.meeting_id, b.id
      """)
  List<BookingTime> bookings(UUID first, UUID last, Instant now);

  /// Returns the hosts of the meetings from one to another, both inclusive.
  @Select(
      """
      SELECT mh.meeting_id, mh.host_id, h.handle, h.time_zone, mh.told_zone, mh.told_offset
      FROM meeting_host mh JOIN host h ON h.id = mh.host_id JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.meeting_id BETWEEN #{first} AND #{last} AND m.starts_at > #{now}
      ORDER BY mh.meeting_id, h.handle
      """)
  List<HostTime> hosts(UUID first, UUID last, Instant now);

  @Select("SELECT host_id FROM meeting_host WHERE meeting_id = #{meetingId}")
  List<UUID> hostIds(UUID meetingId);

  @Update("UPDATE booking SET told_offset = #{offset} WHERE id = #{id}")
  int noteInvitee(UUID id, int offset);

  @Update(
      """
      UPDATE meeting_host SET told_zone = #{zone}, told_offset = #{offset}
      WHERE meeting_id = #{meetingId} AND host_id = #{hostId}
      """)
  int noteHost(UUID meetingId, UUID hostId, ZoneId zone, int offset);

  /// Notes it of a booking of which nothing is recorded.
  @Update(
      """
      UPDATE booking SET told_offset = #{offset}
      WHERE id = #{id} AND meeting_id = #{meetingId} AND told_offset IS NULL
      """)
  int recordInvitee(UUID id, UUID meetingId, int offset);

  /// Notes it of a host of whom nothing is recorded.
  @Update(
      """
      UPDATE meeting_host SET told_zone = #{zone}, told_offset = #{offset}
      WHERE meeting_id = #{meetingId} AND host_id = #{hostId} AND told_offset IS NULL
      """)
  int recordHost(UUID meetingId, UUID hostId, ZoneId zone, int offset);
}
