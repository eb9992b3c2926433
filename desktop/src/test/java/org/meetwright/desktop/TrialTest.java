package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.meetwright.desktop.embedded.EmbeddedServer;
import org.meetwright.server.client.ApiClient;

/// What the builders of packages look at.
class TrialTest extends WindowTest {
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final AtomicBoolean ended = new AtomicBoolean();

  @Test
  void saysWhenTheDoorsCanBeUsedAndEnds() {
    begin();

    tryWindow();

    assertThat(lines()).singleElement().asString().matches("doors after ms: \\d+");
  }

  @Test
  void showsEachScreenOnceItIsLoaded() {
    try (EmbeddedServer server = DesktopFixture.server(home, "0");
        ApiClient ada = new ApiClient(server.address(), server.signIn("ada"))) {
      DesktopFixture.addEventType(ada, "intro", false);
    }
    begin();
    press("#door-here");

    tryWindow();

    assertThat(lines())
        .extracting(line -> line.split(" ", 2)[0])
        .containsExactly(
            "today",
            "calendar",
            "bookings",
            "eventTypes",
            "availability",
            "connections",
            "teams",
            "automation",
            "settings");
  }

  private void tryWindow() {
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    interact(() -> new Trial(window, InstantSource.system(), out, () -> ended.set(true)).start());
    DesktopFixture.await(ended::get);
  }

  private List<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }
}
