package org.meetwright.core.availability;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
  private static final UUID D = new UUID(0, 4);

  private static Candidate of(UUID id, int priority, int weight, long meetings, Instant last) {
    return new Candidate(id, priority, weight, Instant.EPOCH, meetings, last);
  }

  private static UUID next(Candidate... free) {
    List<Candidate> all = List.of(free);
    return HostRotation.next(all, all.stream().map(Candidate::hostId).toList());
  }

  @Test
  void choosesTheHighestPriorityWhateverTheShares() {
    assertThat(next(of(A, 0, 100, 0, null), of(B, 1, 1, 50, EARLY))).isEqualTo(B);
  }

  @Test
  void passesOverWeightZeroWhileSomeoneWithAWeightIsFree() {
    assertThat(next(of(B, 99, 1, 50, EARLY), of(A, 100, 0, 0, null))).isEqualTo(B);
    List<Candidate> members = List.of(of(A, 0, 0, 3, EARLY), of(B, 0, 1, 0, null));
    assertThat(HostRotation.next(members, List.of(A))).isEqualTo(A);
  }

  @Test
  void choosesTheFewestMeetingsWhereNobodyHasAWeight() {
    assertThat(next(of(A, 0, 0, 2, null), of(B, 0, 0, 1, EARLY))).isEqualTo(B);
    assertThat(next(of(A, 0, 0, 0, null), of(B, 1, 0, 1, EARLY))).isEqualTo(B);
  }

  private static Candidate joined(UUID id, int weight, int day, long meetings) {
    return new Candidate(id, 0, weight, EARLY.plus(Duration.ofDays(day)), meetings, null);
  }

  @Test
  void creditsWhoJoinsWithTheShareOfThoseBefore() {
    // A and B had 4 and 3 when C came, of whose share 3.5 is 4; of D, with weight 2, it is 8.
    List<Candidate> members =
        List.of(joined(A, 1, 0, 6), joined(B, 1, 0, 5), joined(C, 1, 5, 1), joined(D, 2, 9, 0));
    Map<UUID, Map<UUID, Long>> before =
        Map.of(C, Map.of(A, 4L, B, 3L), D, Map.of(A, 4L, B, 4L, C, 0L));
    Map<Instant, UUID> newcomers =
        Map.of(members.get(2).joinedAt(), C, members.get(3).joinedAt(), D);
    assertThat(
            HostRotation.credited(
                members,
                (member, until) ->
                    before.get(newcomers.get(until)).getOrDefault(member.hostId(), 0L)))
        .extracting(Candidate::meetings)
        .containsExactly(6L, 5L, 5L, 8L);
  }

  @Test
  void creditsNobodyWhereAllJoinedTogether() {
    List<Candidate> members = List.of(joined(A, 1, 0, 6), joined(B, 1, 0, 5));
    assertThat(HostRotation.credited(members, (member, until) -> 100)).isEqualTo(members);
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
    // With C, who is not free, the share of A is 3 and that of B, with weight 2, is 6.
    List<Candidate> all =
        List.of(of(A, 0, 1, 0, EARLY), of(B, 0, 2, 4, null), of(C, 0, 1, 8, null));
    assertThat(HostRotation.next(all, List.of(A, B))).isEqualTo(A);
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
    assertThat(next(of(A, 0, 1000, many + 1, null), of(B, 0, 1000, many, null))).isEqualTo(B);
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
