package org.meetwright.core.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Select;
import org.meetwright.core.availability.Snapshot.MeetingTime;

/// SQL that reads when meetings take a host.
interface MeetingTimeMapper {
  /// Returns the host's meetings that are not cancelled and whose padded time overlaps `[from,
  /// until)`.
  ///
  /// @param earliest bounds the search in the index: `from` less the longest padded time there can
  ///   be
  @Select(
      """
      SELECT mh.meeting_id, m.event_type_id, m.starts_at, mh.padded_from, mh.padded_until
      FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.host_id = #{hostId} AND mh.active
        AND mh.padded_from > #{earliest} AND mh.padded_from < #{until}
        AND mh.padded_until > #{from}
      """)
  List<MeetingTime> between(UUID hostId, Instant earliest, Instant from, Instant until);
}
