package org.meetwright.core.challenge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.eventtype.EventType;

@ParameterizedClass
@EachDatabase
class UsedChallengesTest {
  private static final long CHALLENGE = 0xabcdef0123456789L;
  private static final long ANOTHER = 7;
  private static final String START = "2026-03-03T15:00:00Z";
  private static final String LATER = "2026-03-03T16:00:00Z";

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private EventType type;
  private Instant expiresAt;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    type = fixture.addEventType(t -> t);
    expiresAt = fixture.clock.instant().plus(Duration.ofMinutes(20));
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private boolean use(long challenge, String start, String key) {
    return fixture.core.usedChallenges().use(challenge, expiresAt, Purpose.of(wish(start, key)));
  }

  private BookRequest wish(String start, String key) {
    return Fixture.request(type, start, "bob@example.com", key);
  }

  @Test
  void areGoodForOneWish() {
    assertThat(use(CHALLENGE, START, null)).isTrue();
    assertThat(use(CHALLENGE, LATER, null)).isFalse();
    assertThat(use(CHALLENGE, START, null)).isFalse();
    assertThat(use(ANOTHER, LATER, null)).isTrue();
  }

  @Test
  void areGoodForTheSameWishUnderTheSameKey() {
    assertThat(use(CHALLENGE, START, "key")).isTrue();
    assertThat(use(CHALLENGE, START, "key")).isTrue();
    assertThat(use(CHALLENGE, LATER, "key")).isFalse();
    assertThat(use(CHALLENGE, START, "other")).isFalse();
    assertThat(use(CHALLENGE, START, null)).isFalse();
  }

  @Test
  void areGoodUntilTheyExpireAndForARepeatADayLonger() {
    fixture.clock.advance(Duration.ofMinutes(20).minusMillis(1));
    assertThat(use(CHALLENGE, START, "key")).isTrue();
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(use(ANOTHER, LATER, "key")).isFalse();
    assertThat(use(CHALLENGE, START, "key")).isTrue();
  }

  @Test
  void areForgottenWhenTheyCanNoLongerBeRepeated() {
    use(CHALLENGE, START, "key");
    fixture.clock.advance(Duration.ofDays(1).plusMinutes(20));
    assertThat(use(ANOTHER, START, "key")).isFalse();
    expiresAt = fixture.clock.instant().plus(Duration.ofMinutes(20));
    use(ANOTHER, START, "key");

    assertThat(rows()).singleElement().asString().contains("7");
  }

  private List<String> rows() {
    return fixture.dump().lines().filter(row -> row.startsWith("used_challenge")).toList();
  }

  @Test
  void areGoodForOneOfManyWishesAtOnceOnTwoNodes() throws Exception {
    try (Database node = fixture.database.open()) {
      UsedChallenges other = new UsedChallenges(node, fixture.clock);
      for (int round = 0; round < 20; round++) {
        long challenge = 100L + round;
        long next = 10_000L + round;
        assertThat(
                Concurrently.run(
                    8,
                    i ->
                        (i % 2 == 0 ? other : fixture.core.usedChallenges())
                            .use(challenge, expiresAt, Purpose.of(wish(START, "key " + i)))))
            .containsOnlyOnce(true);
        assertThat(Concurrently.run(8, i -> use(next, START, "same key"))).containsOnly(true);
      }
    }
  }

  @Test
  void tellNothingOfWhoBooked() {
    use(CHALLENGE, START, "key");
    assertThat(rows()).singleElement().asString().doesNotContain("bob", "key");
  }
}
