package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

final class UsageTest {
  @TempDir Path temp;

  @Test
  void aloneShowsItsHelp() {
    CommandLineRun run = run();

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .startsWith("Usage: meetwright [OPTIONS] COMMAND")
        .contains("serve", "migrate", "host", "token", "slots", "book", "bookings", "Examples:")
        .isEqualTo(run("--help").out());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "serve",
        "migrate",
        "host",
        "host add",
        "host list",
        "team",
        "team add",
        "team list",
        "token",
        "token create",
        "slots",
        "book",
        "bookings",
        "login",
        "logout",
        "context",
        "context list",
        "context use",
        "context remove",
        "agenda",
        "booking",
        "booking list",
        "booking show",
        "booking book",
        "booking cancel",
        "booking move",
        "booking confirm",
        "booking decline",
        "booking no-show",
        "booking hand-over",
        "event-type",
        "event-type add",
        "event-type list",
        "event-type show",
        "event-type edit",
        "event-type copy",
        "event-type delete",
        "schedule",
        "schedule show",
        "schedule add",
        "schedule edit",
        "schedule delete",
        "schedule set",
        "schedule override",
        "schedule absence",
        "schedule travel",
        "schedule holidays",
        "link",
        "link add",
        "link list",
        "import",
        "import calendly",
        "import calcom",
        "import easyappointments",
        "import acuity",
        "import ics",
        "import csv",
        "import compare",
        "alias",
        "alias list",
        "alias remove",
        "link revoke",
        "calendar",
        "calendar add",
        "calendar list",
        "calendar show",
        "calendar choose",
        "calendar sync",
        "calendar test",
        "calendar backfill",
        "calendar remove",
        "tzdata",
        "tzdata check",
        "webhook",
        "webhook add",
        "webhook list",
        "webhook remove",
        "webhook test",
        "webhook deliveries",
        "webhook replay",
        "version"
      })
  void everyCommandHasHelpThatFitsATerminal(String command) {
    CommandLineRun run = run((command + " --help").strip().split(" "));

    assertThat(run.exit()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
        .contains("Global options:");
    assertThat(run.lines().getFirst()).startsWith(("Usage: meetwright " + command).strip());
    assertThat(home()).doesNotExist();
  }

  @Test
  void tellsItsVersion() {
    CommandLineRun run = run("--version");

    assertThat(run.exit()).isZero();
    assertThat(run.out()).startsWith("Meetwright ");
    assertThat(run("version").out())
        .isEqualTo(run.out().strip() + ", Java " + Runtime.version() + System.lineSeparator());
  }

  @Test
  void tellsItsVersionToPrograms() {
    JsonNode version = run("version", "--json").json();

    assertThat(version.path("java").asString()).isEqualTo(Runtime.version().toString());
    assertThat(version.propertyNames()).contains("version", "commit", "date");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nonsense | meetwright has no command \"nonsense\". | meetwright",
        "hots list | meetwright has no command \"hots\"; did you mean host? | meetwright",
        "host lst | meetwright host has no command \"lst\"; did you mean list? | meetwright host",
        "host list all | meetwright host list takes no further argument \"all\". | meetwright host"
            + " list",
        "--jsn host list | meetwright has no option \"--jsn\"; did you mean --json? | meetwright",
        "slots ada/intro --zone berlin | --zone must be a time zone of the IANA database like"
            + " Europe/Berlin, not \"berlin\"; did you mean Europe/Berlin? | meetwright slots",
        "slots ada/intro --zone Europe/Berln | --zone must be a time zone of the IANA database like"
            + " Europe/Berlin, not \"Europe/Berln\"; did you mean Europe/Berlin? | meetwright"
            + " slots",
        "slots ada/intro --duration long | --duration must be a whole number like 30, not \"long\""
            + " | meetwright slots",
        "outbox list --state odd | --state must be one of pending, done, parked, withheld, not"
            + " \"odd\" | meetwright outbox list",
        "slots | Missing required parameter: 'HANDLE/SLUG' | meetwright slots",
        "slots ada/intro --form x | meetwright slots has no option \"--form\"; did you mean --from?"
            + " | meetwright slots",
        "slots ada | HANDLE/SLUG must be a host or team and an event type like ada/intro, not"
            + " \"ada\" | meetwright slots",
        "calendar show abc | ID must be an id as the lists print it, or at least its first 4"
            + " digits, such as 01a21b0f-38, not \"abc\" |"
            + " meetwright calendar show",
        "webhook remove abc | ID must be an id as the lists print it, or at least its first 4"
            + " digits, such as 01a21b0f-38, not \"abc\" |"
            + " meetwright webhook remove",
        "slots ada/intro --from tomorrow | --from must be a date like 2026-03-09, not"
            + " \"tomorrow\" | meetwright slots",
        "slots ada/intro --from 2026-02-29 | --from must be a date like 2026-03-09, not"
            + " \"2026-02-29\" | meetwright slots",
        "slots ada/intro --zone Berlin | --zone must be a time zone of the IANA database like"
            + " Europe/Berlin, not \"Berlin\"; did you mean Europe/Berlin? | meetwright slots",
        "slots ada/intro --from 2026-03-10 --to 2026-03-09 | --to 2026-03-09 must not be"
            + " before --from 2026-03-10 | meetwright slots",
        "slots ada/intro --from 2026-03-01 --to 2026-05-02 | --from 2026-03-01 --to"
            + " 2026-05-02 must be at most 62 days | meetwright slots",
        "book ada/intro 2026-03-09T13:00 --name A --email a@b.c | START must be a time with"
            + " its offset like 2026-03-09T13:00:00Z, as slots prints it, not"
            + " \"2026-03-09T13:00\" | meetwright book",
        "book ada/intro 2026-03-09T13:00Z --name A --email ada | --email must be an e-mail"
            + " address like ada@example.org, not \"ada\" | meetwright book",
        "book ada/intro 2026-03-09T13:00Z --name A | Missing required option: '--email=EMAIL'"
            + " | meetwright book",
        "bookings --status done | --status must be pending, confirmed, cancelled or declined,"
            + " not \"done\" | meetwright bookings",
        "bookings --from 2026-03-10 --to 2026-03-09 | --to 2026-03-09 must not be before"
            + " --from 2026-03-10 | meetwright bookings",
        "host | Say what to do: meetwright host add or invite or list or show or rename or email or"
            + " password or totp-reset or disable or enable or delete |"
            + " meetwright host",
        "host add A --name A --email a@b.c --zone UTC | HANDLE must be 2 to 40 lower-case"
            + " letters, digits and single hyphens, not \"A\" | meetwright host add",
        "host add api --name A --email a@b.c --zone UTC | HANDLE \"api\" is used by the"
            + " server; choose another | meetwright host add",
        "token create ada --name= | --name must not be empty | meetwright token create",
        "serve --port http | server.port (option --port) must be a whole number from 0 to"
            + " 65535, not \"http\". | meetwright serve",
        "host list --database-url jdbc:mysql://u:secret@h/d | database.url (option"
            + " --database-url) must begin with jdbc:h2: or jdbc:postgresql:, not"
            + " \"jdbc:mysql:\". | meetwright host list",
      })
  void saysShortlyThatItWasCalledWrongly(String command, String error, String help) {
    CommandLineRun run = run(command.split(" "));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines())
        .containsExactly("meetwright: " + error, "Try: " + help + " --help");
    assertThat(home()).doesNotExist();
  }

  @Test
  void refusesArgumentsThatTheLocaleGarbled() {
    CommandLineRun run = run("host", "add", "zoe", "--name", "Zo\uFFFD\uFFFD");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.errorLines())
        .containsExactly(
            "meetwright: An argument has letters that this locale does not know; set the variable"
                + " LC_ALL to C.UTF-8.");
  }

  @Test
  void takesGlobalOptionsBeforeAndAfterTheCommand() {
    String home = temp.resolve("given").toString();

    assertThat(run("--home", home, "--json", "host", "list").out()).isEqualTo("{\"hosts\":[]}\n");
    assertThat(run("host", "list", "--home", home, "--json").out()).isEqualTo("{\"hosts\":[]}\n");
    assertThat(run("host", "--home", home, "list", "--json").out()).isEqualTo("{\"hosts\":[]}\n");
    assertThat(home()).doesNotExist();
  }

  @Test
  void optionBeatsVariableBeatsFile() throws Exception {
    Path config = Files.writeString(temp.resolve("c.yaml"), "database.url: 'jdbc:file:'");
    List<String> variable = List.of("MEETWRIGHT_DATABASE_URL", "jdbc:variable:");

    CommandLineRun byFile = run("host", "list", "--config", config.toString());
    assertThat(byFile.exit()).isEqualTo(1);
    assertThat(byFile.errorLines())
        .containsExactly(
            "meetwright: database.url ("
                + config
                + ", line 1) must begin with jdbc:h2: or jdbc:postgresql:, not \"jdbc:file:\".");
    CommandLineRun byVariable =
        CommandLineRun.in(home(), variable, "host", "list", "--config", config.toString());
    assertThat(byVariable.exit()).isEqualTo(1);
    assertThat(byVariable.err()).contains("(variable MEETWRIGHT_DATABASE_URL)");
    CommandLineRun byOption =
        CommandLineRun.in(
            home(),
            variable,
            "--database-url",
            "jdbc:option:",
            "host",
            "list",
            "--config",
            config.toString());
    assertThat(byOption.exit()).isEqualTo(2);
    assertThat(byOption.err()).contains("(option --database-url)");
  }

  private Path home() {
    return temp.resolve("home");
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home(), arguments);
  }
}
