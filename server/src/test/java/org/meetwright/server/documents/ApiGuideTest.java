package org.meetwright.server.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

/// The commands of the API guide work, one after the other, as they stand there.
class ApiGuideTest {
  private static final Path GUIDE = Path.of("..", "docs", "api-guide.md");
  private static final Pattern COMMANDS = Pattern.compile("(?ms)^```sh\n(.*?)^```");

  /// The server of the test has a clock of its own.
  private static final String CLOCK =
      """
      set -eu
      date() {
        case "$*" in *14*) echo 2026-03-20 ;; *) echo 2026-03-06 ;; esac
      }
      """;

  @TempDir Path temp;

  @Test
  void doesWhatItSays() throws Exception {
    StringBuilder script = new StringBuilder(CLOCK);
    Matcher commands = COMMANDS.matcher(Files.readString(GUIDE));
    while (commands.find()) {
      script.append(commands.group(1)).append("echo; echo -- done\n");
    }
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      Path said = temp.resolve("said");
      ProcessBuilder builder =
          new ProcessBuilder("bash", "-c", script.toString())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().put("URL", server.server.url().toString());
      builder.environment().put("TOKEN", server.token);
      Process shell = builder.start();

      assertThat(shell.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
      String all = Files.readString(said);
      assertThat(shell.exitValue()).as(all).isZero();
      assertThat(all.split("-- done\n", -1)).hasSize(9);
      assertThat(all)
          .contains("\nconfirmed\n")
          .contains("\"status\":\"cancelled\"")
          .contains("\nnot_found\n");
    }
  }
}
