package org.meetwright.core.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;

@ParameterizedClass
@EachDatabase
class RateLimitsTest {
  private static final RateLimit THREE_THEN_EACH_SECOND = new RateLimit(3, Duration.ofSeconds(1));

  @Parameter DatabaseKind kind;
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Duration take(String whose) {
    return fixture.core.rateLimits().take(whose, THREE_THEN_EACH_SECOND);
  }

  @Test
  void givesAFullBucketAtOnceAndThenOneTokenAStep() {
    for (int i = 0; i < 3; i++) {
      assertThat(take("a")).isZero();
    }
    assertThat(take("a")).isEqualTo(Duration.ofSeconds(1));
    fixture.clock.advance(Duration.ofMillis(999));
    assertThat(take("a")).isEqualTo(Duration.ofMillis(1));
    fixture.clock.advance(Duration.ofMillis(1));
    assertThat(take("a")).isZero();
    assertThat(take("a")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void isFullAgainAfterAWhileAndNeverMoreThanFull() {
    take("a");
    fixture.clock.advance(Duration.ofHours(1));
    for (int i = 0; i < 3; i++) {
      assertThat(take("a")).isZero();
    }
    assertThat(take("a")).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void takesNothingByLooking() {
    for (int i = 0; i < 5; i++) {
      assertThat(fixture.core.rateLimits().look("a", THREE_THEN_EACH_SECOND)).isZero();
    }
    for (int i = 0; i < 3; i++) {
      assertThat(take("a")).isZero();
    }
    assertThat(fixture.core.rateLimits().look("a", THREE_THEN_EACH_SECOND))
        .isEqualTo(Duration.ofSeconds(1));
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(fixture.core.rateLimits().look("a", THREE_THEN_EACH_SECOND)).isZero();
  }

  @Test
  void keepsBucketsApart() {
    for (int i = 0; i < 4; i++) {
      take("a");
    }
    assertThat(take("b")).isZero();
  }

  @Test
  void countsWhatOtherNodesTake() {
    try (Database node = fixture.database.open()) {
      RateLimits other = new RateLimits(node, fixture.clock);
      for (int i = 0; i < 3; i++) {
        assertThat(other.take("a", THREE_THEN_EACH_SECOND)).isZero();
      }
    }
    assertThat(take("a")).isPositive();
  }

  @Test
  void givesNoMoreToManyAtOnce() throws Exception {
    List<Duration> waits = Concurrently.run(24, _ -> take("a"));
    assertThat(waits).filteredOn(Duration::isZero).hasSize(3);
  }

  @Test
  void refusesNobodyWhoseTokenIsThereWhenManyMakeTheBucketAtOnce() throws Exception {
    RateLimit plenty = new RateLimit(100, Duration.ofSeconds(1));
    for (int round = 0; round < 5; round++) {
      String whose = "round " + round;
      assertThat(Concurrently.run(24, _ -> fixture.core.rateLimits().take(whose, plenty)))
          .containsOnly(Duration.ZERO);
    }
  }

  @Test
  void forgetsBucketsThatAreFullAgain() {
    take("a");
    fixture.clock.advance(Duration.ofMinutes(1));
    take("b");
    assertThat(fixture.dump().lines().filter(row -> row.startsWith("rate_limit"))).hasSize(1);
  }

  @Test
  void keepsNobodysAddress() {
    take("changes by 203.0.113.7");
    assertThat(fixture.dump()).doesNotContain("203.0.113.7");
  }
}
