package org.meetwright.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.Concurrently;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.certificate.Certificates.Kept;
import org.meetwright.core.database.DatabaseKind;

final class CertificatesTest {
  private static final String NAME = "meet.example.org";
  private static final Duration TURN = Duration.ofMinutes(10);

  private static IssuedCertificate issued(Instant from) {
    return new IssuedCertificate("chain", "private", from, from.plus(Duration.ofDays(90)));
  }

  @Test
  void isRenewedBeforeTwoThirdsOfItsLife() {
    Instant from = Instant.parse("2026-03-01T00:00:00Z");

    assertThat(issued(from).renewAt()).isEqualTo(from.plus(Duration.ofDays(54)));
    assertThat(issued(from)).asString().doesNotContain("private");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new IssuedCertificate("chain", "private", from, from));
  }

  @ParameterizedTest
  @EachDatabase
  void areOrderedByOneOfTheServersAlone(DatabaseKind kind) throws Exception {
    try (Fixture fixture = new Fixture(kind)) {
      Certificates certificates = fixture.core.certificates();
      certificates.open(NAME, () -> "account");

      assertThat(Concurrently.run(8, _ -> certificates.hold(NAME, TURN))).containsOnlyOnce(true);

      fixture.clock.advance(TURN.minusSeconds(1));
      assertThat(certificates.hold(NAME, TURN)).as("while it may be at it").isFalse();
      fixture.clock.advance(Duration.ofSeconds(1));
      assertThat(certificates.hold(NAME, TURN)).as("if it died").isTrue();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void areDueAgainWhenTheyHaveToBeRenewed(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Certificates certificates = fixture.core.certificates();
      assertThat(certificates.state(NAME)).isEmpty();
      certificates.open(NAME, () -> "account");
      assertThat(certificates.hold(NAME, TURN)).isTrue();
      IssuedCertificate issued = issued(fixture.clock.instant());

      certificates.keep(NAME, issued);

      assertThat(certificates.open(NAME, () -> "another"))
          .isEqualTo(new Kept("account", "chain", "private"))
          .asString()
          .doesNotContain("private");
      CertificateState state = certificates.state(NAME).orElseThrow();
      assertThat(state.endsAt()).isEqualTo(issued.until());
      assertThat(certificates.hold(NAME, TURN)).isFalse();
      assertThat(state.isDue(issued.renewAt().minusSeconds(1))).isFalse();
      assertThat(state.isDue(issued.renewAt())).isTrue();
      fixture.clock.set(issued.renewAt().toString());
      assertThat(certificates.hold(NAME, TURN)).isTrue();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void areNotTriedBeforeTheTimeThatAFailureSays(DatabaseKind kind) {
    try (Fixture fixture = new Fixture(kind)) {
      Certificates certificates = fixture.core.certificates();
      certificates.open(NAME, () -> "account");
      Instant next = fixture.clock.instant().plusSeconds(60);
      certificates.hold(NAME, TURN);
      certificates.answer(NAME, "token", "answer");
      assertThat(certificates.answerTo("token")).contains("answer");

      certificates.fail(NAME, "x".repeat(2000), next);

      CertificateState state = certificates.state(NAME).orElseThrow();
      assertThat(state.error()).hasSize(1000);
      assertThat(state.failures()).isEqualTo(1);
      assertThat(certificates.answerTo("token")).isEmpty();
      assertThat(certificates.hold(NAME, TURN)).isFalse();
      fixture.clock.set(next.toString());
      assertThat(certificates.hold(NAME, TURN)).isTrue();
    }
  }

  @ParameterizedTest
  @EachDatabase
  void keepTheirKeysSealed(DatabaseKind kind) throws SQLException {
    try (Fixture fixture = new Fixture(kind)) {
      Certificates certificates = fixture.core.certificates();
      certificates.open(NAME, () -> "account");
      certificates.keep(NAME, issued(fixture.clock.instant()));

      assertThat(stored(fixture))
          .hasSize(2)
          .allMatch(text -> text.startsWith("v1."))
          .noneMatch(text -> text.contains("private"));
      fixture.core.sealer().rotate();
      assertThat(certificates.open(NAME, () -> "another").privateKey()).isEqualTo("private");
      assertThat(certificates.forget()).isEqualTo(1);
      assertThat(certificates.state(NAME)).isEmpty();
    }
  }

  private static List<String> stored(Fixture fixture) throws SQLException {
    try (Connection connection = fixture.core.database().dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("SELECT account_key, private_key FROM certificate")) {
      assertThat(rows.next()).isTrue();
      return List.of(rows.getString(1), rows.getString(2));
    }
  }
}
