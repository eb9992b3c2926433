package org.meetwright.core.availability;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Chooses the member of a team who gets a round-robin meeting: a pure function.
public final class HostRotation {
  private HostRotation() {}

  /// A member of a team.
  ///
  /// @param joinedAt since when he is one
  /// @param meetings how many of the event type's meetings of the last 90 days, by when they were
  ///   booked, are his: those booked since he joined, and those he is credited with
  /// @param lastBookedAt when the last of them was booked; null if there is none
  public record Candidate(
      UUID hostId,
      int priority,
      int weight,
      Instant joinedAt,
      long meetings,
      @Nullable Instant lastBookedAt) {

    private Candidate credited(long more) {
      return new Candidate(hostId, priority, weight, joinedAt, meetings + more, lastBookedAt);
    }
  }

  /// Tells how many meetings a member had at an instant, of those booked since he joined.
  @FunctionalInterface
  interface EarlierMeetings {
    /// Returns the number.
    long meetings(Candidate member, Instant until);
  }

  /// Returns the members, each credited with the share that those before him had when he joined, so
  /// that he does not have to catch up: in whole meetings, rounded up.
  static List<Candidate> credited(List<Candidate> members, EarlierMeetings before) {
    Map<UUID, Long> credits = new HashMap<>();
    for (Candidate member :
        members.stream().sorted(Comparator.comparing(Candidate::joinedAt)).toList()) {
      long weights = 0;
      long meetings = 0;
      for (Candidate other : members) {
        if (other.joinedAt().isBefore(member.joinedAt())) {
          weights += other.weight();
          meetings +=
              before.meetings(other, member.joinedAt()) + credits.getOrDefault(other.hostId(), 0L);
        }
      }
      credits.put(
          member.hostId(), weights == 0 ? 0 : Math.ceilDiv(member.weight() * meetings, weights));
    }
    return members.stream()
        .map(member -> member.credited(credits.getOrDefault(member.hostId(), 0L)))
        .toList();
  }

  /// Returns how many meetings a member is short of his weight's share; negative if he has had
  /// more. Nobody is behind in a team without weights, and nobody of weight 0 has a share.
  ///
  /// @param members all of the team
  public static double behind(Candidate member, List<Candidate> members) {
    long weights = members.stream().mapToLong(Candidate::weight).sum();
    long meetings = members.stream().mapToLong(Candidate::meetings).sum();
    return weights == 0
        ? 0
        : (double) (member.weight() * meetings - member.meetings() * weights) / weights;
  }

  /// Returns the member whose turn it is. One of weight 0 has it only when nobody with a weight is
  /// free. It is the one with the highest priority; of these the one furthest behind his weight's
  /// share of the team's meetings; of these the one whose last meeting was booked longest ago; of
  /// these the one with the lowest id.
  ///
  /// @param members all of the team
  /// @param free ids of those who are free, at least one
  public static UUID next(List<Candidate> members, Collection<UUID> free) {
    // Without any weights the one with the fewest meetings is furthest behind.
    long weights = Math.max(1, members.stream().mapToLong(Candidate::weight).sum());
    long meetings = members.stream().mapToLong(Candidate::meetings).sum();
    Comparator<Candidate> order =
        Comparator.comparing((Candidate candidate) -> candidate.weight() == 0)
            .thenComparingInt(candidate -> -candidate.priority())
            .thenComparingLong(
                candidate ->
                    // own meetings less own share, times all weights to stay in whole numbers
                    candidate.meetings() * weights - candidate.weight() * meetings)
            .thenComparing(
                Candidate::lastBookedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.hostId().toString());
    return members.stream()
        .filter(member -> free.contains(member.hostId()))
        .min(order)
        .orElseThrow()
        .hostId();
  }
}
