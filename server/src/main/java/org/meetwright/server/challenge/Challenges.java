package org.meetwright.server.challenge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import org.altcha.altcha.Altcha;
import org.altcha.altcha.Altcha.Challenge;
import org.altcha.altcha.Altcha.ChallengeOptions;
import org.meetwright.core.access.signed.InstallationKey;
import org.meetwright.core.challenge.Purpose;
import org.meetwright.core.challenge.UsedChallenges;
import org.meetwright.core.challenge.Verdict;

/// Issues challenges, and checks their solutions. A challenge is stored nowhere: it is signed, so
/// that every node can check it. decisions/0015 tells what the library leaves to us.
public final class Challenges {
  /// The name of a solution, in forms and in requests of programs.
  public static final String FIELD = "altcha";

  /// Eight random bytes name a challenge.
  private static final long SALT_BYTES = Long.BYTES;

  private static final Duration LIFE = Duration.ofMinutes(20);

  private final long difficulty;
  private final String key;
  private final UsedChallenges used;
  private final InstantSource clock;

  /// Creates them.
  ///
  /// @param difficulty the largest number that has to be looked for; 0 to ask for no work
  public Challenges(
      InstantSource clock, InstallationKey key, UsedChallenges usedChallenges, int difficulty) {
    this.difficulty = difficulty;
    this.key = HexFormat.of().formatHex(key.tag("the key of challenges"));
    this.used = usedChallenges;
    this.clock = clock;
  }

  /// Returns whether a solution is asked for.
  public boolean on() {
    return difficulty > 0;
  }

  /// Returns a new challenge, good for 20 minutes; empty if none is asked for.
  public Optional<Challenge> next() {
    long until = clock.instant().plus(LIFE).getEpochSecond();
    return on()
        ? Optional.of(
            make(
                new ChallengeOptions()
                    .setMaxNumber(difficulty)
                    .setSaltLength(SALT_BYTES)
                    .setSecureRandomNumber(true)
                    .addParam(Solution.UNTIL, String.valueOf(until))))
        : Optional.empty();
  }

  /// Looks at a solution, and uses it up. Someone who repeats the same request may send the same
  /// solution again.
  ///
  /// @param payload the solution as it was sent; may be empty
  public Verdict use(String payload, Purpose purpose) {
    if (!on()) {
      return Verdict.FINE;
    }
    return payload.isEmpty()
        ? Verdict.MISSING
        : Solution.read(payload)
            .filter(this::isRight)
            .map(solution -> use(solution, purpose))
            .orElse(Verdict.WRONG);
  }

  private Verdict use(Solution solution, Purpose purpose) {
    if (used.use(solution.id(), solution.expiresAt(), purpose)) {
      return Verdict.FINE;
    }
    return clock.instant().isBefore(solution.expiresAt()) ? Verdict.USED : Verdict.EXPIRED;
  }

  private boolean isRight(Solution solution) {
    Challenge expected =
        make(new ChallengeOptions().setSalt(solution.salt()).setNumber(solution.number()));
    return same(expected.challenge, solution.challenge())
        && same(expected.signature, solution.signature());
  }

  private Challenge make(ChallengeOptions options) {
    try {
      return Altcha.createChallenge(options.setAlgorithm(Altcha.Algorithm.SHA256).setHmacKey(key));
    } catch (Exception everyPlatformHasTheAlgorithms) {
      throw new IllegalStateException(everyPlatformHasTheAlgorithms);
    }
  }

  /// The library's own comparison takes longer the more is right.
  private static boolean same(String expected, String sent) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
  }
}
