package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.client.ApiClient;

/// The screen of teams.
class TeamsTest extends WindowTest {
  @TempDir Path elsewhere;

  @Test
  void makesATeamAndSaysAtItsFieldWhatTheServerRefuses() {
    try (EmbeddedServer server = DesktopFixture.server(elsewhere, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
      begin("--server", server.address().toString());
      type("#email", DesktopFixture.EMAIL);
      type("#password", DesktopFixture.PASSWORD);
      press("#sign-in");
      press("#place-teams");
      press("#team-new");
      type("#team-name", "The engine");
      type("#team-handle", "ada");
      press("#team-members-add");
      type("#team-member-0-handle", "ada");
      type("#team-member-0-weight", "much");
      press("#team-save");
      DesktopFixture.await(() -> !said("#team-member-0-weight-error").isEmpty());
      type("#team-member-0-weight", "2");
      press("#team-save");
      DesktopFixture.await(() -> !said("#team-handle-error").isEmpty());
      assertThat(typed("#team-name")).isEqualTo("The engine");
      type("#team-handle", "engine");
      press("#team-save");
      DesktopFixture.await(() -> ada.teams().listTeams().size() == 1);
      assertThat(ada.teams().listTeams().getFirst().members().getFirst().weight()).isEqualTo(2);
      DesktopFixture.await(() -> shows("#team-change-engine"));
    }
  }
}
