package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `secrets rotate` and `secrets discard`.
class SecretsTest {
  @TempDir Path home;

  @BeforeEach
  void addWebhook() {
    CommandLineRun.addAda(home);
    assertThat(run("webhook", "add", "ada", "https://example.org/hook").exit()).isZero();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }

  @Test
  void makesANewKeyAndSaysWhichFileToCopy() throws Exception {
    Path file = home.resolve("meetwright.key");
    long before = Files.size(file);

    CommandLineRun rotated = run("secrets", "rotate");

    assertThat(rotated.exit()).isZero();
    assertThat(rotated.err()).contains("1 secret has the new key", file.toString(), "Copy");
    assertThat(Files.size(file)).isGreaterThan(before);
    assertThat(run("webhook", "list").out()).contains("https://example.org/hook");
  }

  @Test
  void goesOnWithoutTheFileWhenToldSo() throws Exception {
    Files.delete(home.resolve("meetwright.key"));

    CommandLineRun refused = run("webhook", "list");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("meetwright.key", "meetwright secrets discard");

    CommandLineRun unsure = run("secrets", "discard");
    assertThat(unsure.exit()).isEqualTo(1);
    assertThat(unsure.err()).contains("--yes");

    CommandLineRun discarded = run("secrets", "discard", "--yes");
    assertThat(discarded.exit()).isZero();
    assertThat(discarded.err()).contains("until their hosts switch them on: 1");
    assertThat(run("webhook", "list").exit()).isZero();
  }
}
