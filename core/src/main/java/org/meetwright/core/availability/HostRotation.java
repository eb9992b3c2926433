package org.meetwright.core.availability;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Chooses who of a team gets a round-robin meeting: a pure function.
public final class HostRotation {
  private HostRotation() {}

  /// A member who is free.
  ///
  /// @param weight his weight
  /// @param meetings how many of the event type's meetings of the last 90 days are his
  /// @param lastBookedAt when the last of them was booked; null if there is none
  public record Candidate(
      UUID hostId, int priority, int weight, long meetings, @Nullable Instant lastBookedAt) {}

  /// Returns the member whose turn it is: the one with the highest priority; of these the one
  /// furthest behind his weight's share of the team's meetings; of these the one whose last meeting
  /// was booked longest ago; of these the one with the lowest id.
  ///
  /// @param free at least one
  /// @param totalWeight the weights of all members together
  /// @param totalMeetings the event type's meetings of the last 90 days of all members together
  public static UUID next(List<Candidate> free, long totalWeight, long totalMeetings) {
    Comparator<Candidate> order =
        Comparator.comparingInt((Candidate candidate) -> -candidate.priority())
            .thenComparingLong(
                candidate ->
                    // own meetings less own share, times the total weight to stay in whole numbers
                    candidate.meetings() * totalWeight - candidate.weight() * totalMeetings)
            .thenComparing(
                Candidate::lastBookedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(candidate -> candidate.hostId().toString());
    return free.stream().min(order).orElseThrow().hostId();
  }
}
