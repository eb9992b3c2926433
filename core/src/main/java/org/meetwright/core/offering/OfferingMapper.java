package org.meetwright.core.offering;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.ibatis.annotations.Select;
import org.jspecify.annotations.Nullable;

/// SQL that finds event types by their addresses.
interface OfferingMapper {
  /// A [HostRevision] with the event type that it was found by.
  ///
  /// @param hostId null if the event type's team has no members
  /// @param active whether the host can be met
  record HostRow(UUID eventTypeId, @Nullable UUID hostId, long revision, boolean active) {
    boolean isThere() {
      return hostId == null || active;
    }

    Stream<HostRevision> hostRevision() {
      return hostId == null ? Stream.empty() : Stream.of(new HostRevision(hostId, revision));
    }
  }

  /// Returns the event type of a slug under a handle, once with each of its hosts, by host; once
  /// without one if its team has no members.
  @Select(
      """
      SELECT e.id AS event_type_id, h.id AS host_id, COALESCE(h.revision, 0) AS revision,
        COALESCE(h.active, TRUE) AS active
      FROM handle p JOIN event_type e ON e.page_id = p.owner_id
        LEFT JOIN team_member tm ON tm.team_id = e.team_id AND tm.state = 'member'
        LEFT JOIN host h
          ON h.id = CASE WHEN e.team_id IS NULL THEN e.host_id ELSE tm.host_id END
      WHERE p.handle = #{handle} AND e.slug = #{slug}
      ORDER BY h.id
      """)
  List<HostRow> find(String handle, String slug);
}
