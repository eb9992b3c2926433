package org.meetwright.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoggedPathTest {
  @ParameterizedTest
  @CsvSource({
    "/{handle}/{slug}, /ada/intro, /ada/intro",
    "/b/{token}, /b/secret, /b/...",
    "/b/{token}/cancel, /b/secret/cancel, /b/.../cancel",
    "/b/{token}, /b/secret/, /b/.../",
    "/embed/b/{token}, /embed/b/secret, /embed/b/...",
    "/api/v1/manage/{token}/invite.ics, /api/v1/manage/secret/invite.ics,"
        + " /api/v1/manage/.../invite.ics",
    "/{handle}/{slug}, /bob@example.com/x, /.../x",
    "/, /, /"
  })
  void leavesSecretsAndAddressesOut(String pattern, String path, String logged) {
    assertThat(LoggedPath.of(path, Optional.of(new Route("GET", pattern, Area.PAGES))))
        .isEqualTo(logged);
  }

  /// Someone may mistype a secret link, or send it with more than belongs to it.
  @ParameterizedTest
  @CsvSource({
    "/B/AZ3qkQ0mcnS0u8vJ5WmXyQ4s1d2f3g4h5j6k7l8mNbV, /.../...",
    "/b/AZ3qkQ0mcnS0u8vJ5WmXyQ;x=y, /b/...",
    "/x/b/AZ3qkQ0mcnS0u8vJ5WmXyQ%20, /x/b/...",
    "/wp-login.php, /wp-login.php",
    "/bob@example.com, /..."
  })
  void leavesOutWhatMayBeASecretWhereNoRouteIs(String path, String logged) {
    assertThat(LoggedPath.of(path, Optional.empty())).isEqualTo(logged);
    assertThat(LoggedPath.of(path, Optional.of(new Route("*", "/*", Area.PAGES))))
        .isEqualTo(logged);
  }

  @Test
  void leavesOutWhatIsTooLong() {
    assertThat(LoggedPath.of("/api/" + "x".repeat(1000), Optional.empty())).isEqualTo("/api/...");
  }
}
