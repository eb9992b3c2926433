package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import javafx.scene.control.TitledPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.api.model.access.SignInRequest;
import org.meetwright.server.client.ApiClient;

/// The screens of webhooks and tokens, and of the host's account.
class AccountScreensTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void addsWebhooksAndTokensWhoseSecretsAreShownOnce() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      DesktopFixture begun = open(server, "automation");
      type("#webhook-url", "ftp://example.org/hook");
      press("#webhook-make");
      DesktopFixture.await(() -> !said("#webhook-url-error").isEmpty());
      assertThat(typed("#webhook-url")).isEqualTo("ftp://example.org/hook");
      type("#webhook-url", "https://example.org/hook");
      press("#webhook-make");
      DesktopFixture.await(() -> ada.webhooks().listWebhooks().size() == 1);
      DesktopFixture.await(() -> shows("#webhook-switch"));
      press("#secret-copy");
      assertThat(begun.copied).last().asString().isNotEmpty();
      press("#webhook-switch");
      DesktopFixture.await(() -> !ada.webhooks().listWebhooks().getFirst().active());

      type("#token-name", "Script");
      press("#token-make");
      DesktopFixture.await(() -> ada.access().listTokens().size() == 1);
      DesktopFixture.await(() -> lookup("Script").tryQuery().isPresent());
      String webhooks = begun.copied.getLast();
      press("#secret-copy");
      assertThat(begun.copied.getLast()).isNotEqualTo(webhooks);
      try (ApiClient script = new ApiClient(server.address(), begun.copied.getLast())) {
        assertThat(script.account().getMe().handle()).isEqualTo("ada");
      }
      press("#place-today");
      press("#place-automation");
      DesktopFixture.await(() -> !shows("#secret-copy"));
    }
  }

  @Test
  void changesTheProfileAndThePassword() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      var _ = open(server, "settings");
      DesktopFixture.await(() -> typed("#profile-name").equals("Ada Lovelace"));
      type("#profile-name", "Ada King");
      type("#profile-meetings", "many");
      press("#profile-save");
      DesktopFixture.await(() -> !said("#profile-meetings-error").isEmpty());
      assertThat(typed("#profile-name")).isEqualTo("Ada King");
      type("#profile-meetings", "4");
      press("#profile-save");
      DesktopFixture.await(() -> ada.account().getMe().name().equals("Ada King"));
      assertThat(ada.account().getMe().maxMeetingsPerDay()).isEqualTo(4);

      interact(() -> lookup("#settings-password").queryAs(TitledPane.class).setExpanded(true));
      type("#password-current", "wrong");
      type("#password-new", "a new and longer one");
      type("#password-again", "a new and longer one");
      press("#password-change");
      DesktopFixture.await(() -> !said("#password-current-error").isEmpty());
      assertThat(typed("#password-new")).isEqualTo("a new and longer one");
      type("#password-current", DesktopFixture.PASSWORD);
      press("#password-change");
      DesktopFixture.await(() -> typed("#password-new").isEmpty());
      assertThat(shows("#settings-done")).isTrue();
      try (ApiClient anyone = new ApiClient(server.address(), null)) {
        assertThat(
                anyone
                    .access()
                    .signIn(new SignInRequest(DesktopFixture.EMAIL, "a new and longer one", null))
                    .token())
            .isNotEmpty();
      }
    }
  }

  private DesktopFixture open(EmbeddedServer server, String place) {
    DesktopFixture begun = begin("--server", server.address().toString());
    type("#email", DesktopFixture.EMAIL);
    type("#password", DesktopFixture.PASSWORD);
    press("#sign-in");
    press("#place-" + place);
    return begun;
  }
}
