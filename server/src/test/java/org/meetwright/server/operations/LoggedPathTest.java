package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoggedPathTest {
  @ParameterizedTest
  @CsvSource({
    "/ada/intro, /ada/intro",
    "/b/secret, /b/...",
    "/c/secret, /c/...",
    "/api/v1/confirmations/secret, /api/v1/confirmations/...",
    "/b/secret/cancel, /b/.../cancel",
    "/api/v1/manage/secret/invite.ics, /api/v1/manage/.../invite.ics",
    "/api/v1/hosts/ada/event-types/intro/slots, /api/v1/hosts/ada/event-types/intro/slots",
    "/bob@example.com/x, /.../x",
    "/, /"
  })
  void leavesSecretsAndAddressesOut(String path, String logged) {
    assertThat(LoggedPath.of(path)).isEqualTo(logged);
  }

  @Test
  void leavesOutWhatIsTooLong() {
    assertThat(LoggedPath.of("/api/" + "x".repeat(1000))).isEqualTo("/api/...");
  }
}
