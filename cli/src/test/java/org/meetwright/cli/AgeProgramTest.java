package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;

/// Encrypted backups and the program `age`, where it is installed: each reads what the other wrote.
@EnabledOnOs(OS.LINUX)
final class AgeProgramTest {
  private static final String PASSPHRASE = "correct horse battery";

  @TempDir Path home;
  @TempDir Path files;

  private String file(String name) {
    return files.resolve(name).toString();
  }

  /// It asks for the pass phrase at its terminal only.
  private static void age(BuiltProgram program, List<String> questions, String... arguments)
      throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/age")),
        "age is not installed, so it was not tried whether it reads our files.");
    try (TerminalSession session = program.otherAtTerminal(arguments)) {
      for (String question : questions) {
        session.awaits(question).type(PASSPHRASE + "\n");
      }
      Run run = session.ended();
      assertThat(run.exit()).as(run.out()).isZero();
    }
  }

  @Test
  void ageReadsOurBackups() throws Exception {
    BuiltProgram program = BuiltProgram.in(home).reading(PASSPHRASE + "\n");
    program.run("host add ada --name Ada --email ada@example.org --zone UTC".split(" ", -1)).done();
    program.run("backup", "--passphrase-file", "-", file("a.backup")).done();

    age(
        program,
        List.of("Enter passphrase"),
        "/usr/bin/age",
        "--decrypt",
        "--output",
        file("plain.gz"),
        file("a.backup"));

    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(Path.of(file("plain.gz")))),
                StandardCharsets.UTF_8))) {
      assertThat(lines.lines())
          .anyMatch(line -> line.startsWith("{\"format\":\"meetwright-backup\""))
          .anyMatch(line -> line.contains("\"ada@example.org\""));
    }
  }

  @Test
  void readsWhatAgeWroteWhereThereIsMemory() throws Exception {
    BuiltProgram program = BuiltProgram.in(home).reading(PASSPHRASE + "\n");
    program.run("host add ada --name Ada --email ada@example.org --zone UTC".split(" ", -1)).done();
    Run plain = program.run("backup", file("plain.backup")).done();
    age(
        program,
        List.of("Enter passphrase", "Confirm passphrase"),
        "/usr/bin/age",
        "--passphrase",
        "--output",
        file("b.backup"),
        file("plain.backup"));

    Run small =
        program
            .with("MEETWRIGHT_JAVA_OPTIONS", "-Xmx192m")
            .run("backup", "verify", "--passphrase-file", "-", file("b.backup"));
    assertThat(small.exit()).isEqualTo(1);
    assertThat(small.err()).contains("takes 264 MiB of memory", "MEETWRIGHT_JAVA_OPTIONS=-Xmx512m");

    Run read =
        program
            .with("MEETWRIGHT_JAVA_OPTIONS", "-Xmx512m")
            .run("backup", "verify", "--passphrase-file", "-", file("b.backup"));
    assertThat(read.done().lines()).isEqualTo(plain.lines());
  }
}
