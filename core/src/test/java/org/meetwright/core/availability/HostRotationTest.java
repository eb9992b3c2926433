package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.meetwright.core.availability.HostRotation.Candidate;

class HostRotationTest {
  private static final Instant EARLY = Instant.parse("2026-03-01T00:00:00Z");
  private static final UUID A = new UUID(0, 1);
  private static final UUID B = new UUID(0, 2);
  private static final UUID C = new UUID(0, 3);

  private static Candidate of(UUID id, int priority, int weight, long meetings, Instant last) {
    return new Candidate(id, priority, weight, meetings, last);
  }

  private static UUID next(Candidate... free) {
    List<Candidate> all = List.of(free);
    return HostRotation.next(
        all,
        all.stream().mapToLong(Candidate::weight).sum(),
        all.stream().mapToLong(Candidate::meetings).sum());
  }

  @Test
  void choosesTheHighestPriorityWhateverTheShares() {
    assertThat(next(of(A, 0, 100, 0, null), of(B, 1, 1, 50, EARLY))).isEqualTo(B);
    assertThat(next(of(B, 99, 1, 0, null), of(A, 100, 0, 50, EARLY))).isEqualTo(A);
  }

  @Test
  void choosesWhoIsFurthestBehindHisShare() {
    // Shares of 30 with weights 1, 2, 3 are 5, 10, 15.
    assertThat(next(of(A, 0, 1, 5, null), of(B, 0, 2, 9, EARLY), of(C, 0, 3, 16, null)))
        .isEqualTo(B);
    assertThat(next(of(A, 0, 1, 3, EARLY), of(B, 0, 2, 9, null), of(C, 0, 3, 18, null)))
        .isEqualTo(A);
  }

  @Test
  void measuresTheDistanceInMeetingsNotInProportion() {
    // Shares of 6: 1, 2, 3. A lacks one of 1, C lacks two of 3.
    assertThat(next(of(A, 0, 1, 0, null), of(B, 0, 2, 5, null), of(C, 0, 3, 1, EARLY)))
        .isEqualTo(C);
  }

  @Test
  void countsTheShareOfAllMembersNotOfTheFreeOnes() {
    // With C, who is not free, A's share of 12 is 3 and B's is 3 as well.
    List<Candidate> free = List.of(of(A, 0, 1, 3, EARLY), of(B, 0, 1, 4, null));
    assertThat(HostRotation.next(free, 4, 12)).isEqualTo(A);
  }

  @Test
  void choosesWhoWasBookedLongestAgoOfEqualShares() {
    assertThat(next(of(A, 0, 1, 2, EARLY.plusNanos(1000)), of(B, 0, 1, 2, EARLY))).isEqualTo(B);
    assertThat(next(of(A, 0, 1, 2, EARLY), of(B, 0, 1, 2, EARLY.plusNanos(1000)))).isEqualTo(A);
  }

  @Test
  void takesNeverForLongestAgo() {
    assertThat(next(of(A, 0, 0, 0, EARLY), of(B, 0, 0, 0, null))).isEqualTo(B);
  }

  @Test
  void choosesTheLowestIdOfEquals() {
    assertThat(next(of(B, 0, 1, 0, null), of(A, 0, 1, 0, null))).isEqualTo(A);
    assertThat(next(of(B, 3, 1, 1, EARLY), of(A, 3, 1, 1, EARLY))).isEqualTo(A);
  }

  @Test
  void comparesIdsAsText() {
    // As a signed number the second one is lower.
    UUID low = UUID.fromString("10000000-0000-7000-8000-000000000000");
    UUID high = UUID.fromString("f0000000-0000-7000-8000-000000000000");
    assertThat(high).isLessThan(low);
    assertThat(next(of(high, 0, 1, 0, null), of(low, 0, 1, 0, null))).isEqualTo(low);
  }

  @Test
  void staysInWholeNumbersAtTheLargestShares() {
    long many = 1_000_000_000_000L;
    assertThat(
            HostRotation.next(
                List.of(of(A, 0, 1000, many + 1, null), of(B, 0, 1000, many, null)),
                100_000,
                100 * many))
        .isEqualTo(B);
  }

  @Test
  void givesEachHisWeightsShareInTheLongRun() {
    Map<UUID, Integer> weights = Map.of(A, 1, B, 2, C, 3);
    Map<UUID, Integer> meetings = new HashMap<>();
    Map<UUID, Instant> last = new HashMap<>();
    for (int i = 0; i < 60; i++) {
      UUID chosen =
          next(
              List.of(A, B, C).stream()
                  .map(id -> of(id, 0, weights.get(id), meetings.getOrDefault(id, 0), last.get(id)))
                  .toArray(Candidate[]::new));
      meetings.merge(chosen, 1, Integer::sum);
      last.put(chosen, EARLY.plusSeconds(i));
      if (i % 6 == 5) {
        int rounds = i / 6 + 1;
        assertThat(meetings).containsExactlyInAnyOrderEntriesOf(shares(rounds));
      }
    }
  }

  private static Map<UUID, Integer> shares(int rounds) {
    Map<UUID, Integer> shares = new HashMap<>();
    List<UUID> ids = List.of(A, B, C);
    IntStream.range(0, 3).forEach(i -> shares.put(ids.get(i), (i + 1) * rounds));
    return shares;
  }
}
