package org.meetwright.core.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.host.Host;

/// SQL that reads what decides about slots.
interface FactsMapper {
  /// A host who may meet an event type's invitees, and his revision.
  record Stamp(UUID hostId, long revision) {}

  /// A [Stamp] with the event type that it was found by.
  ///
  /// @param hostId null if the event type's team has no members
  record OfferedStamp(UUID eventTypeId, @Nullable UUID hostId, long revision) {
    Stream<Stamp> stamp() {
      return hostId == null ? Stream.empty() : Stream.of(new Stamp(hostId, revision));
    }
  }

  /// A member's meetings of an event type.
  record Share(UUID hostId, long meetings, @Nullable Instant lastBookedAt) {}

  /// Returns an event type's hosts by id: the host, or the members of its team, if it has any.
  @Select(
      """
      SELECT h.id AS host_id, h.revision
      FROM event_type e LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        JOIN host h ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE e.id = #{eventTypeId}
      ORDER BY h.id
      """)
  List<Stamp> stamps(UUID eventTypeId);

  /// Returns an event type's hosts by id: the host, or the members of its team, if it has any.
  @Select(
      """
      SELECT h.*
      FROM event_type e LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        JOIN host h ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE e.id = #{eventTypeId}
      ORDER BY h.id
      """)
  List<Host> hosts(UUID eventTypeId);

  /// Returns the event type of a slug under a handle, once with each of its hosts, by host; once
  /// without one if its team has no members.
  @Select(
      """
      SELECT e.id AS event_type_id, h.id AS host_id, COALESCE(h.revision, 0) AS revision
      FROM handle p JOIN event_type e ON e.page_id = p.owner_id
        LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        LEFT JOIN host h
          ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE p.handle = #{handle} AND e.slug = #{slug}
      ORDER BY h.id
      """)
  List<OfferedStamp> find(String handle, String slug);

  /// Returns the host's meetings that are not cancelled and whose padded time overlaps `[from,
  /// until)`.
  ///
  /// @param earliest bounds the search in the index: `from` less the longest padded time there can
  ///   be
  /// @param groupId the event type whose seats are to be counted
  /// @param togetherId the team whose members all have to be in a group meeting; one that lacks a
  ///   member, who came to the team later, counts as full
  @Select(
      """
      SELECT mh.meeting_id, m.event_type_id, m.event_type_name, m.starts_at, m.ends_at,
        mh.padded_from, mh.padded_until,
        CASE WHEN m.event_type_id <> #{groupId} OR m.event_type_id IS NULL THEN 0
          WHEN EXISTS (SELECT 1 FROM team_member tm WHERE tm.team_id = #{togetherId}
            AND tm.state = 'member'
            AND NOT EXISTS (SELECT 1 FROM meeting_host o
              WHERE o.meeting_id = m.id AND o.host_id = tm.host_id)) THEN 1000
          ELSE (SELECT COUNT(*) FROM booking b WHERE b.meeting_id = m.id AND b.seat IS NOT NULL)
          END AS seats_taken
      FROM meeting_host mh JOIN meeting m ON m.id = mh.meeting_id
      WHERE mh.host_id = #{hostId} AND mh.active
        AND mh.padded_from > #{earliest} AND mh.padded_from < #{until}
        AND mh.padded_until > #{from}
      """)
  List<MeetingTime> meetings(
      UUID hostId, Instant earliest, Instant from, Instant until, UUID groupId, UUID togetherId);

  /// Returns how many invitees have a seat in a meeting.
  @Select("SELECT COUNT(*) FROM booking WHERE meeting_id = #{meetingId} AND seat IS NOT NULL")
  int seatsTaken(UUID meetingId);

  /// Returns how many meetings of an event type each host has that were booked since an instant.
  /// What was booked since then begins after it, which bounds the search in the index.
  @Select(
      """
      SELECT mh.host_id, COUNT(*) AS meetings, MAX(m.created_at) AS last_booked_at
      FROM meeting m JOIN meeting_host mh ON mh.meeting_id = m.id
      WHERE m.event_type_id = #{eventTypeId} AND m.starts_at >= #{since}
        AND mh.active AND m.created_at >= #{since}
      GROUP BY mh.host_id
      """)
  List<Share> shares(UUID eventTypeId, Instant since);
}
