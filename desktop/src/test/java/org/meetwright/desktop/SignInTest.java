package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.access.CodeRequest;
import org.meetwright.server.client.ApiClient;

/// Signing in at a server elsewhere. Nothing that was typed is lost.
class SignInTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void keepsWhatWasTypedWhateverIsWrong() throws Exception {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0")) {
      List<String> recovery = secondFactor(server);
      DesktopFixture app = begin();
      press("#door-elsewhere");
      type("#server", "not an address");
      type("#email", DesktopFixture.EMAIL);
      type("#password", "wrong password");
      press("#sign-in");
      assertThat(said("#server-error")).contains("https://");
      type("#server", server.address().toString());
      press("#sign-in");
      DesktopFixture.await(() -> !said("#sign-in-error").isEmpty());
      assertThat(typed("#email")).isEqualTo(DesktopFixture.EMAIL);
      assertThat(typed("#password")).isEqualTo("wrong password");

      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      awaitShown("#code");
      type("#code", "000000");
      press("#sign-in");
      DesktopFixture.await(() -> !said("#code-error").isEmpty());
      assertThat(typed("#code")).isEqualTo("000000");
      assertThat(typed("#password")).isEqualTo(DesktopFixture.PASSWORD);
      type("#code", recovery.getFirst());
      press("#sign-in");
      awaitShown("#requests");
      keepsTheTokenToItself(app);
    }
  }

  private static void keepsTheTokenToItself(DesktopFixture app) throws Exception {
    try (var files = Files.list(app.surroundings().own())) {
      Path token =
          files
              .filter(file -> file.getFileName().toString().startsWith("token-"))
              .findFirst()
              .orElseThrow();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(token)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void signsInAgainOverTheScreenWhenTheSessionEnds() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0")) {
      try (ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
        DesktopFixture.addEventType(ada, "intro", false);
        begin("--server", server.address().toString());
        signIn();
        press("#place-bookings");
        type("#search", "half typed");
        ada.access().listSessions().stream()
            .filter(session -> !session.current())
            .forEach(session -> ada.access().endSession(session.id()));
      }
      press("#sign-in");
      DesktopFixture.await(() -> !said("#sign-in-error").isEmpty());
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      DesktopFixture.await(() -> !shows("#sign-in"));
      assertThat(typed("#search")).isEqualTo("half typed");
    }
  }

  private void signIn() {
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    awaitShown("#requests");
  }

  /// Switches the second factor on.
  ///
  /// @return the recovery codes
  private static List<String> secondFactor(EmbeddedServer server) {
    try (ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      String secret = ada.access().addSecondFactor().secret();
      return ada.access()
          .confirmSecondFactor(new CodeRequest(Authenticator.code(secret, Instant.now())))
          .recoveryCodes();
    }
  }
}
