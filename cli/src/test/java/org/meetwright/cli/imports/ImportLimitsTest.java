package org.meetwright.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;
import org.meetwright.cli.imports.ServiceDouble.Answer;

/// What an import refuses before it writes, and how it asks a service that has others to serve.
final class ImportLimitsTest {
  private static final String TOKEN = "calendly-token";

  @TempDir Path home;
  @TempDir Path temp;

  private static ServiceDouble calendly() {
    return new ServiceDouble("calendly", "Bearer " + TOKEN);
  }

  /// Answers with no event type, schedule or event.
  private static ServiceDouble empty(ServiceDouble calendly) {
    return calendly
        .on("/users/me", "me.json")
        .answering("/", _ -> Answer.of("{\"collection\": [], \"pagination\": {}}"));
  }

  @Test
  void refusesAFileOfMoreThan64Megabytes() throws Exception {
    Path large = temp.resolve("large.csv");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength((64 << 20) + 1);
    }

    Run run = BuiltProgram.in(home).run("import", "csv", large.toString(), "--host", "ada");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("large.csv is larger than 64 MiB. Nothing was imported", "download less at once");
  }

  @Test
  void refusesMoreThan20000Meetings() throws Exception {
    BuiltProgram program = BuiltProgram.in(home);
    program
        .run("host add ada --name Ada --email ada@example.org --zone Europe/London".split(" ", -1))
        .done();
    String rows =
        IntStream.range(0, 20_001)
            .mapToObj(
                row ->
                    "2099-03-%02dT%02d:%02dZ,15,Bob,bob@example.com,Intro,%d\n"
                        .formatted(1 + row % 28, row / 28 % 24, row / 672 % 60, row))
            .collect(Collectors.joining());
    Path file =
        Files.writeString(
            temp.resolve("many.csv"), "Start,Duration,Name,Email,Event Type,ID\n" + rows);

    Run run = program.run("import", "csv", file.toString(), "--host", "ada");

    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.errorLines())
        .singleElement()
        .asString()
        .contains("20001", "20000", "Nothing was imported");
    assertThat(program.run("event-type", "list", "ada").done().out()).isEmpty();
  }

  @Test
  void waitsAsLongAsTheServiceSays() {
    AtomicInteger asked = new AtomicInteger();
    try (ServiceDouble calendly = calendly()) {
      calendly.answering(
          "/event_types",
          _ ->
              asked.getAndIncrement() == 0
                  ? Answer.tooMany("1")
                  : Answer.of("{\"collection\": [], \"pagination\": {}}"));
      Run run = ImportRuns.api(BuiltProgram.in(home), "calendly", empty(calendly), TOKEN);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(asked).hasValue(2);
      assertThat(ImportRuns.count(run, "/created/host")).isEqualTo(1);
    }
  }

  @Test
  void givesUpWhereItWouldWaitForAnHour() {
    try (ServiceDouble calendly = calendly()) {
      calendly.answering("/event_types", _ -> Answer.tooMany("3600"));
      BuiltProgram program = BuiltProgram.in(home);
      Run run = ImportRuns.api(program, "calendly", empty(calendly), TOKEN);

      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.errorLines())
          .singleElement()
          .asString()
          .contains("/event_types has been asked too often", "3600 s", "Nothing was imported");
      assertThat(program.run("host", "list").done().out()).isEmpty();
    }
  }

  @Test
  void refusesAnAnswerThatIsTooLargeOrElsewhere() {
    try (ServiceDouble calendly = calendly()) {
      calendly.answering("/event_types", _ -> Answer.of(" ".repeat(32 << 20)));
      Run run = ImportRuns.api(BuiltProgram.in(home), "calendly", empty(calendly), TOKEN);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("answers more than can be read. Nothing was imported");
    }
    try (ServiceDouble calendly = calendly()) {
      calendly.answering("/event_types", _ -> new Answer(302, "", ""));
      Run run = ImportRuns.api(BuiltProgram.in(home), "calendly", empty(calendly), TOKEN);
      assertThat(run.exit()).isEqualTo(1);
      assertThat(run.err()).contains("leads elsewhere", "--url");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void asksForTheTokenAtATerminalWithoutShowingIt() throws Exception {
    try (ServiceDouble calendly = calendly()) {
      BuiltProgram program = BuiltProgram.in(home);
      String[] words = {"import", "calendly", "--url", empty(calendly).url()};

      try (TerminalSession session = program.atTerminal(80, words)) {
        Run run = session.awaits("Token: ").type(TOKEN + "\n").ended();
        assertThat(run.exit()).as(run.out()).isZero();
        assertThat(run.out()).contains("hosts", "1 created").doesNotContain(TOKEN);
      }
      Run script = program.run(words);
      assertThat(script.exit()).isEqualTo(1);
      assertThat(script.err()).contains("--token-file FILE").doesNotContain("Token: ");
    }
  }
}
