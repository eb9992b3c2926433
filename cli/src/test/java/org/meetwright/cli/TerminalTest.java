package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;

/// What people see that scripts do not.
@EnabledOnOs(OS.LINUX)
final class TerminalTest {
  private static final String ESCAPE = "\u001b";
  private static final String LONG_NAME = "Ada Augusta King, Countess of Lovelace, mathematician";

  @TempDir Path home;

  @BeforeEach
  void addAda() {
    BuiltProgram.in(home)
        .run(
            "host",
            "add",
            "ada",
            "--name",
            LONG_NAME,
            "--email",
            "ada.lovelace@example.org",
            "--zone",
            "America/Argentina/Buenos_Aires")
        .done();
  }

  @Test
  void asksBeforeItErases() throws Exception {
    BuiltProgram program = BuiltProgram.in(home);

    Run no = answered("n\n");
    assertThat(no.exit()).isEqualTo(1);
    assertThat(no.out()).contains("Go on? [y/N]", "Nothing was changed.");
    assertThat(program.run("host", "list").lines()).hasSize(1);

    Run script = program.reading("y\n").run("erase", "host", "ada");
    assertThat(script.exit()).isEqualTo(1);
    assertThat(script.err()).contains("--yes", "Nothing was changed.");
    assertThat(program.run("host", "list").lines()).hasSize(1);

    Run yes = answered("y\n");
    assertThat(yes.exit()).as(yes.out()).isZero();
    assertThat(program.run("host", "list").out()).doesNotContain("ada");
  }

  @Test
  void fitsTablesToTheTerminalAndLeavesThemWholeForScripts() {
    BuiltProgram program = BuiltProgram.in(home);

    assertThat(program.onTerminal(80, "host", "list").lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(plain(line).length()).isLessThanOrEqualTo(80))
        .anySatisfy(line -> assertThat(line).endsWith("\u2026"));
    assertThat(program.onTerminal(160, "host", "list").lines().getLast())
        .endsWith(LONG_NAME + " <ada.lovelace@example.org>");
    assertThat(program.run("host", "list").lines())
        .singleElement()
        .asString()
        .startsWith("ada  ")
        .endsWith(LONG_NAME + " <ada.lovelace@example.org>");
  }

  @Test
  void showsColoursOnATerminalOnlyAndNotAgainstTheWill() {
    BuiltProgram program = BuiltProgram.in(home);

    assertThat(program.onTerminal(80, "host", "list").out()).contains(ESCAPE + "[1m");
    assertThat(program.onTerminal(80, "--help").out()).contains(ESCAPE);
    assertThat(program.with("NO_COLOR", "1").onTerminal(80, "host", "list").out())
        .doesNotContain(ESCAPE);
    assertThat(program.with("NO_COLOR", "1").onTerminal(80, "--help").out()).doesNotContain(ESCAPE);
    assertThat(program.run("host", "list").out()).doesNotContain(ESCAPE);
    assertThat(program.run("--help").out()).doesNotContain(ESCAPE);
  }

  private Run answered(String answer) throws Exception {
    try (TerminalSession session = BuiltProgram.in(home).atTerminal(80, "erase", "host", "ada")) {
      return session.awaits("[y/N] ").type(answer).ended();
    }
  }

  private static String plain(String line) {
    return line.replaceAll(ESCAPE + "\\[[0-9]*m", "");
  }
}
