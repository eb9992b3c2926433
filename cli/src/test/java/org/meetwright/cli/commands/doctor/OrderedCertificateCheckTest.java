package org.meetwright.cli.commands.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.meetwright.cli.commands.doctor.Finding.Level;
import org.meetwright.core.certificate.CertificateState;

final class OrderedCertificateCheckTest {
  private static final Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
  private static final Instant LATER = NOW.plus(Duration.ofDays(20));

  private static Finding found(@Nullable Instant end, @Nullable String error) {
    CertificateState state =
        new CertificateState(end, end, error == null ? 0 : 3, NOW.plusSeconds(60), error);
    return new OrderedCertificateCheck("meet.example.org", NOW).look(Optional.of(state)).getFirst();
  }

  @Test
  void isWellWhileTheCertificateIsGood() {
    assertThat(found(LATER, null).level()).isEqualTo(Level.OK);
    assertThat(found(LATER, null).message()).contains("meet.example.org").contains("2026-03-22");
  }

  @Test
  void warnsWhileItIsNotRenewedAndFailsOnceItHasEnded() {
    Finding late = found(LATER, "The authority refuses.");
    assertThat(late.level()).isEqualTo(Level.WARNING);
    assertThat(late.message())
        .contains("ends at 2026-03-22")
        .contains("The authority refuses.")
        .contains("failed since the last success: 3")
        .contains("2026-03-02T12:01:00Z");
    assertThat(found(NOW, "The authority refuses.").level()).isEqualTo(Level.FAILURE);
    assertThat(found(NOW, null).level()).isEqualTo(Level.FAILURE);
    assertThat(found(null, "The authority refuses.").level()).isEqualTo(Level.FAILURE);
  }

  @Test
  void warnsBeforeTheFirst() {
    assertThat(found(null, null).level()).isEqualTo(Level.WARNING);
    assertThat(
            new OrderedCertificateCheck("meet.example.org", NOW)
                .look(Optional.empty())
                .getFirst()
                .level())
        .isEqualTo(Level.WARNING);
  }
}
