package org.meetwright.cli.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;
import tools.jackson.databind.JsonNode;

/// `init`, `config`, `health` and `completion` through the built program.
final class SetupTest {
  private static final String[] ADA =
      "init --handle ada --name Ada --email ada@example.org --zone Europe/London".split(" ");

  @TempDir Path home;

  @ParameterizedTest
  @EachDatabase
  void initMakesConfigurationAndFirstHost(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.empty(kind)) {
      BuiltProgram program = BuiltProgram.in(database.home());
      Path password = Files.writeString(home.resolve("password"), "a long pass phrase of hers\n");
      String[] more = {
        "--password-file", password.toString(),
        "--public-url", "https://meet.example.org",
        "--database-url", database.settings().url()
      };

      Run run = program.run(all(ADA, more));

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).isEqualTo("https://meet.example.org/login\n");
      Path file = database.home().resolve("meetwright.yaml");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(program.run("host", "list", "--json").json().get("hosts"))
          .singleElement()
          .satisfies(host -> assertThat(host.get("role").stringValue()).isEqualTo("admin"));
      String before = Files.readString(file);
      Run again = program.run(all(ADA, more));
      assertThat(again.exit()).isEqualTo(1);
      assertThat(again.err()).contains(file.toString(), "Nothing was changed.");
      assertThat(Files.readString(file)).isEqualTo(before);
    }
  }

  @Test
  void initLeavesNothingBehindWhenItIsRefused() throws Exception {
    BuiltProgram program = BuiltProgram.in(home);

    Run missing = program.run("init", "--handle", "ada");
    assertThat(missing.exit()).isEqualTo(2);
    assertThat(missing.err()).contains("--name", "--email", "--zone");
    Run wrong = program.run(all(ADA, "--public-url", "meet.example.org"));
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.err()).contains("server.publicUrl", "https://meet.example.org");
    Path weak = Files.writeString(home.resolve("weak"), "short\n");
    assertThat(program.run(all(ADA, "--password-file", weak.toString())).exit()).isEqualTo(1);

    assertThat(files()).containsExactly("weak");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void initAsksAtATerminal() throws Exception {
    try (TerminalSession session = BuiltProgram.in(home.resolve("data")).atTerminal(80, "init")) {
      Run run =
          session
              .awaits("Your name: ")
              .type("Ada Lovelace\n")
              .awaits("e-mail address: ")
              .type("nonsense\n")
              .awaits("must be an e-mail address")
              .type("ada@example.org\n")
              .awaits("[ada] ")
              .type("\n")
              .awaits("time zone")
              .type("Europe/London\n")
              .awaits("[none yet] ")
              .type("\n")
              .awaits("Mail server")
              .type("smtp.example.org\n")
              .awaits("User there")
              .type("ada\n")
              .awaits("Password there: ")
              .type("it's secret\n")
              .awaits("password to sign in: ")
              .type("a long pass phrase of hers\n")
              .awaits("same again: ")
              .type("a long pass phrase of hers\n")
              .ended();

      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.out())
          .contains("http://localhost:8080/login")
          .doesNotContain("secret", "pass phrase");
    }
    BuiltProgram program = BuiltProgram.in(home.resolve("data"));
    assertThat(program.run("host", "list").out()).contains("ada", "Ada Lovelace");
    assertThat(Files.readString(home.resolve("data/meetwright.yaml")))
        .contains("mail.smtp.password: 'it''s secret'");
    assertThat(program.run("config", "show", "--set").out())
        .contains("mail.smtp.host", "smtp.example.org", "(hidden)")
        .doesNotContain("secret");
  }

  @Test
  void showsWhatHoldsAndWhoSaysSo() throws Exception {
    Path file = Files.writeString(home.resolve("meetwright.yaml"), "server.port: 9000\n");
    BuiltProgram program =
        BuiltProgram.in(home)
            .with("MEETWRIGHT_LOG_LEVEL", "error")
            .with("MEETWRIGHT_MAIL_SMTP_PASSWORD", "s3cret");

    Run run =
        program.run(
            "config", "show", "--json", "--database-url", "jdbc:postgresql://h/d?password=s3cret");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).doesNotContain("s3cret");
    assertThat(run.json().get("schemaVersion").intValue()).isEqualTo(1);
    assertThat(setting(run, "server.port").get("value").stringValue()).isEqualTo("9000");
    assertThat(setting(run, "server.port").get("source").stringValue())
        .isEqualTo(file + ", line 1");
    assertThat(setting(run, "log.level").get("source").stringValue())
        .isEqualTo("variable MEETWRIGHT_LOG_LEVEL");
    assertThat(setting(run, "database.url").get("value").stringValue())
        .isEqualTo("jdbc:postgresql://h/d?password=(hidden)");
    assertThat(setting(run, "database.url").get("source").stringValue())
        .isEqualTo("option --database-url");
    assertThat(setting(run, "server.host").get("source").stringValue()).isEqualTo("default");
    assertThat(setting(run, "mail.smtp.password").get("value").stringValue()).isEqualTo("(hidden)");
  }

  @Test
  void validatesAndWarnsOfVariablesThatAreNoSettings() throws Exception {
    Path good = Files.writeString(home.resolve("good.yaml"), "server.port: 9000\n");
    Path bad = Files.writeString(home.resolve("bad.yaml"), "a: 1\nserver.prot: 9000\n");
    BuiltProgram program = BuiltProgram.in(home).with("MEETWRIGHT_SERVER_PROT", "1");

    Run valid = program.run("config", "validate", good.toString());
    assertThat(valid.exit()).isZero();
    assertThat(valid.out()).startsWith("ok 1 settings");
    assertThat(valid.err()).contains("MEETWRIGHT_SERVER_PROT", "MEETWRIGHT_SERVER_PORT");
    Run invalid = program.run("config", "validate", bad.toString());
    assertThat(invalid.exit()).isEqualTo(1);
    assertThat(invalid.err()).contains("bad.yaml, line 1");
    assertThat(files()).containsExactlyInAnyOrder("good.yaml", "bad.yaml");
  }

  @Test
  void healthAsksTheServer() throws Exception {
    BuiltProgram program = BuiltProgram.in(home);
    Process server = program.start("serve", "--port", "0");
    try {
      String url = server.inputReader().readLine().replaceAll(".* at ", "");

      Run up = program.run("health", "--url", url);
      assertThat(up.exit()).as(up.err()).isZero();
      assertThat(up.out()).isEqualTo("up " + url + "\n");
      assertThat(program.run("health", "--url", url, "--json").json().get("status").stringValue())
          .isEqualTo("up");
      server.toHandle().destroy();
      assertThat(server.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
      Run down = program.run("health", "--url", url);
      assertThat(down.exit()).isEqualTo(1);
      assertThat(down.out()).isEmpty();
    } finally {
      server.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish", "powershell"})
  void printsAScriptForEachShell(String shell) {
    Run run = BuiltProgram.in(home).run("completion", shell);

    assertThat(run.exit()).isZero();
    assertThat(run.out()).contains("meetwright", "webhook", "deliveries", "email");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void bashCompletesCommandsAndOptions() throws Exception {
    Path script =
        Files.writeString(
            home.resolve("completion"), BuiltProgram.in(home).run("completion", "bash").out());

    assertThat(completed(script, "meetwright", "web")).contains("webhook");
    assertThat(completed(script, "meetwright", "webhook", "del")).contains("deliveries");
    assertThat(completed(script, "meetwright", "host", "add", "--zo")).contains("--zone");
  }

  private List<String> completed(Path script, String... words) throws Exception {
    String program =
        "source "
            + script
            + "; COMP_WORDS=("
            + String.join(" ", words)
            + "); COMP_CWORD="
            + (words.length - 1)
            + "; COMP_LINE='"
            + String.join(" ", words)
            + "'; COMP_POINT=${#COMP_LINE}; _complete_meetwright; printf '%s\\n"
            + "' \"${COMPREPLY[@]}\"";
    Process bash = new ProcessBuilder("bash", "-c", program).redirectErrorStream(true).start();
    return bash.inputReader().lines().toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(home)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static JsonNode setting(Run run, String key) {
    for (JsonNode setting : run.json().get("settings")) {
      if (setting.get("key").stringValue().equals(key)) {
        return setting;
      }
    }
    throw new AssertionError("There is no " + key);
  }

  private static String[] all(String[] first, String... more) {
    return Stream.concat(Stream.of(first), Stream.of(more)).toArray(String[]::new);
  }
}
