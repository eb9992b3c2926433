package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.core.Patience;

/// What fish and zsh complete with the scripts that `completion` prints. Bash is tried in
/// [SetupTest].
final class CompletionTest {
  @TempDir Path home;

  @Test
  void fishCompletesCommandsAndOptions() throws Exception {
    needs("fish");
    Path script = script("fish");

    assertThat(fish(script, "meetwright web")).contains("webhook\t");
    assertThat(fish(script, "meetwright webhook del")).contains("deliveries\t");
    assertThat(fish(script, "meetwright host add --zo")).contains("--zone\t");
  }

  private String fish(Path script, String typed) throws Exception {
    return run("fish", "--no-config", "-c", "source " + script + "; complete -C '" + typed + "'");
  }

  /// Someone types at zsh, and presses the tabulator.
  @Test
  void zshCompletesCommands() throws Exception {
    needs("zsh");
    Path typing =
        Files.writeString(
            home.resolve("typing"),
            """
            zmodload zsh/zpty
            zpty z 'zsh -f -i'
            zpty -w z 'PS1=; autoload -Uz compinit; compinit -u -d DUMP; source SCRIPT; print READY''DONE'
            zpty -r z line '*READYDONE*'
            zpty -n -w z $'meetwright webhook del\\t'
            zpty -r z line '*webhook deliveries*'
            print completed
            zpty -d z
            """
                .replace("DUMP", home.resolve("dump").toString())
                .replace("SCRIPT", script("zsh").toString()));

    assertThat(run("zsh", "-f", typing.toString())).contains("completed");
  }

  private static void needs(String shell) throws Exception {
    boolean there =
        new ProcessBuilder("sh", "-c", "command -v " + shell)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor()
            == 0;
    assumeTrue(there, () -> shell + " is not installed, so its completion was not tried.");
  }

  private Path script(String shell) throws Exception {
    return Files.writeString(
        home.resolve("meetwright." + shell),
        BuiltProgram.in(home).run("completion", shell).done().out());
  }

  private String run(String... command) throws Exception {
    Path said = home.resolve("said");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(Patience.SECONDS, TimeUnit.SECONDS))
          .as(Files.readString(said))
          .isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    return Files.readString(said);
  }
}
