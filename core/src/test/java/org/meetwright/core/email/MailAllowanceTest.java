package org.meetwright.core.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;

@ParameterizedClass
@EachDatabase
@Tag("attack")
class MailAllowanceTest {
  private static final EmailAddress BOB = new EmailAddress("bob@example.com");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private MailAllowance allowance;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    allowance = fixture.core.mailAllowance();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  @Test
  void givesAnAddressSoManyMailsADayAndKeepsSomeForFirstWords() {
    for (int i = 0; i < 15; i++) {
      assertThat(allowance.take(BOB)).isZero();
    }
    assertThat(allowance.take(BOB)).as("from noon to midnight").isEqualTo(Duration.ofHours(12));
    for (int i = 0; i < 5; i++) {
      assertThat(allowance.takeFirst(BOB)).isZero();
    }
    assertThat(allowance.takeFirst(BOB)).isEqualTo(Duration.ofHours(12));
    assertThat(allowance.take(new EmailAddress("BOB@Example.com"))).isEqualTo(Duration.ofHours(12));
    assertThat(allowance.take(new EmailAddress("carl@example.com"))).isZero();
  }

  @Test
  void givesNothingBackBeforeTheNextDay() {
    for (int i = 0; i < 20; i++) {
      allowance.takeFirst(BOB);
    }
    fixture.clock.set("2026-03-02T23:59:59Z");
    assertThat(allowance.takeFirst(BOB)).isEqualTo(Duration.ofSeconds(1));
    fixture.clock.set("2026-03-03T00:00:00Z");
    for (int i = 0; i < 20; i++) {
      assertThat(allowance.takeFirst(BOB)).isZero();
    }
    assertThat(allowance.takeFirst(BOB)).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void asksAnAddressThreeTimesAnHourAtOnceAndWithinTheDaysMails() {
    for (int i = 0; i < 3; i++) {
      assertThat(allowance.takeQuestion(BOB)).isZero();
    }
    assertThat(allowance.takeQuestion(BOB)).isEqualTo(Duration.ofHours(1));
    for (int i = 0; i < 17; i++) {
      assertThat(allowance.takeFirst(BOB)).isZero();
    }
    fixture.clock.advance(Duration.ofHours(1));
    assertThat(allowance.takeQuestion(BOB)).isEqualTo(Duration.ofHours(11));
  }

  @Test
  void countsAlikeHoweverManyAskAtOnce() throws Exception {
    List<Duration> waits = Concurrently.run(30, _ -> allowance.takeFirst(BOB));
    assertThat(waits).filteredOn(Duration::isZero).hasSize(20);
  }
}
