package org.meetwright.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.meetwright.desktop.instance.FirstInstance;
import org.meetwright.desktop.profile.Profiles;

/// The first start, from the doors to a link, and what later starts make of it.
class FirstStartTest extends WindowTest {
  @Test
  void leadsFromTheDoorsToALinkThatAnswers() throws Exception {
    DesktopFixture app = begin();
    press("#door-here");
    type("#name", "Ada Lovelace");
    type("#email", "ada@");
    type("#password", "short");
    press("#create");
    assertThat(said("#email-error")).contains("ada@example.org");
    assertThat(said("#password-error")).isNotEmpty();
    assertThat(typed("#name")).isEqualTo("Ada Lovelace");
    assertThat(typed("#handle")).isEqualTo("ada");
    type("#email", DesktopFixture.EMAIL);
    assertThat(said("#email-error")).isEmpty();
    type("#password", "ada-lovelace");
    press("#create");
    DesktopFixture.await(() -> !said("#password-error").isEmpty());
    assertThat(typed("#password")).isEqualTo("ada-lovelace");
    type("#password", DesktopFixture.PASSWORD);
    press("#create");

    press("#save-hours");
    press("#template-call");
    awaitShown("#link");
    String link = typed("#link");
    assertThat(app.copied).containsExactly(link);
    // Whoever has the link sees the page.
    try (InputStream page = URI.create(link).toURL().openStream()) {
      assertThat(new String(page.readAllBytes(), StandardCharsets.UTF_8)).contains("Ada Lovelace");
    }
    press("#guide-done");
    awaitShown("#requests");
    assertThat(Files.readString(app.surroundings().own().resolve("profiles.json")))
        .contains("\"here\"")
        .doesNotContain(DesktopFixture.PASSWORD);
  }

  @Test
  void looksAroundInDataThatIsThrownAway() {
    begin();
    press("#door-demo");
    awaitShown("#requests");
    DesktopFixture.await(() -> said("#next-who").equals("Mary Somerville"));
    DesktopFixture.await(() -> lookup("Grace Hopper").tryQuery().isPresent());
    assertThat(new Profiles(home.resolve("desktop")).list()).isEmpty();
  }

  @Test
  void bringsTheFirstToTheFront() {
    AtomicInteger asked = new AtomicInteger();
    Path own = home.resolve("desktop");
    try (FirstInstance first = FirstInstance.claim(own, asked::incrementAndGet).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(FirstInstance.claim(own, () -> {})).isEmpty();
      DesktopFixture.await(() -> asked.get() == 1);
    }
    try (FirstInstance next = FirstInstance.claim(own, () -> {}).orElseThrow()) {
      assertThat(next).isNotNull();
    }
  }
}
