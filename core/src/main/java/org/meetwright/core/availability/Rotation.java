package org.meetwright.core.availability;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.database.Transaction;

/// Reads what decides whose turn it is.
public final class Rotation {
  private Rotation() {}

  /// Whose meetings, and until when.
  private record Earlier(UUID hostId, Instant until) {}

  /// Returns the members of a team, each credited with what those before him had when he joined.
  ///
  /// @param since from when on meetings count
  public static List<HostRotation.Candidate> members(
      Transaction tx, UUID eventTypeId, UUID teamId, Instant since) {
    RotationMapper mapper = tx.mapper(RotationMapper.class);
    List<HostRotation.Candidate> members = mapper.members(eventTypeId, teamId, since);
    Map<Earlier, Long> earlier = new HashMap<>();
    mapper
        .earlier(eventTypeId, teamId, since)
        .forEach(row -> earlier.put(new Earlier(row.hostId(), row.until()), row.meetings()));
    return HostRotation.credited(
        members, (member, until) -> earlier.getOrDefault(new Earlier(member.hostId(), until), 0L));
  }
}
