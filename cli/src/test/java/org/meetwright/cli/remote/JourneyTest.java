package org.meetwright.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.TestDatabase;

/// Each command of hosts is run by the built program twice: for Ada on the database, and for Bea
/// over the API of a server that has the same database open. Both are to say the same.
@Timeout(900)
final class JourneyTest {
  private static final String DAY = "2030-05-06";
  private static final String READY = "Meetwright is ready at ";

  @TempDir Path temp;

  @ParameterizedTest
  @EachDatabase
  void doesOnAServerWhatItDoesOnTheDatabase(DatabaseKind kind) throws Exception {
    try (TestDatabase database = TestDatabase.create(kind)) {
      BuiltProgram local = BuiltProgram.on(database);
      add(local, "ada", "Ada");
      add(local, "bea", "Bea");
      Process server = local.start("serve", "--port", "0");
      try {
        String url = server.inputReader().readLine().substring(READY.length());
        BuiltProgram remote = signedIn(local, url);
        walk(new Both(local, remote));
      } finally {
        server.destroy();
        assertThat(server.waitFor(Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
      }
    }
  }

  private void add(BuiltProgram program, String handle, String name) throws IOException {
    Path password = Files.writeString(temp.resolve(handle), "correct horse battery " + name);
    program
        .run(
            "host",
            "add",
            handle,
            "--name",
            name,
            "--email",
            handle + "@example.org",
            "--zone",
            "Europe/London",
            "--password-file",
            password.toString())
        .done();
  }

  private BuiltProgram signedIn(BuiltProgram local, String url) {
    BuiltProgram remote =
        new BuiltProgram(Map.of("XDG_CONFIG_HOME", temp.resolve("config").toString()), "");
    Run login =
        remote
            .reading("correct horse battery Bea\n")
            .run("login", url, "--email", "bea@example.org", "--password-file", "-")
            .done();
    assertThat(login.out()).isEmpty();
    assertThat(login.err()).contains("Signed in to " + url + " as bea");
    assertThat(local.run("token", "list", "bea").out()).contains("meetwright command line");
    return remote;
  }

  private void walk(Both both) throws IOException {
    both.same("event-type add HOST intro --name Introduction --duration 30 --window unlimited");
    both.same("event-type list HOST");
    both.same("event-type show HOST/intro");
    both.same("event-type show HOST/intro --json");
    both.same(
        "event-type edit HOST/intro --buffer-after 10 --set cancellationPolicy.noticeMinutes=60"
            + " --location link:https://meet.example.org/ada --set maxPerMonth=20");
    both.same("event-type edit HOST/intro --set seats=many");
    both.same("event-type edit HOST/intro --set saets=2");
    both.same("event-type edit HOST/intro --duration 0");
    both.same("event-type copy HOST/intro long --name Long --duration 90");
    Path file = Files.writeString(temp.resolve("fields.json"), "{\"maxPerDay\": 3}");
    both.same("event-type edit HOST/long --file " + file);
    both.same("event-type show HOST/long");
    both.same("event-type delete HOST/long");
    both.same("event-type delete HOST/long --yes");
    both.same("event-type list HOST --json");

    both.same("schedule set HOST|mon-fri 09:00-12:00,13:00-17:00; sat 10:00-12:00");
    both.same("schedule set HOST|mon-fri 9-17");
    both.same("schedule set HOST|mon-fri 09:00-17:00|--zone|Europe/Berlin|--json");
    both.same("schedule override HOST 2030-05-07 10:00-11:00");
    both.same("schedule override HOST 2030-05-07 weekly");
    both.same("schedule override HOST 2030-05-08 closed");
    both.same("schedule travel HOST 2030-06-03 2030-06-07 --zone Asia/Tokyo");
    both.same("schedule holidays HOST --place DE-BY --except 2030-08-15");
    both.same("schedule holidays HOST --year 2030");
    both.same("schedule absence HOST --from 2030-07-01 --to 2030-07-05 --note Away");
    both.same("schedule absence HOST");
    schedules(both);
    both.same("schedule show HOST");
    both.same("schedule show HOST --json");

    both.same("slots HOST/intro --from " + DAY + " --to " + DAY);
    both.same("slots HOST/intro --from 2030-05-08 --to 2030-05-08");
    both.same("slots HOST/nothing --from 2030-05-08 --to 2030-05-08");
    both.same("explain HOST/intro 2030-05-06T20:00:00Z");
    String book = "book HOST/intro 2030-05-06T08:00:00Z --name Grace --email grace@example.org";
    both.same(book);
    both.same("book HOST/intro 2030-05-06T20:00:00Z --name Grace --email grace@example.org");
    both.same("book HOST/intro 2030-05-06T08:00:00Z --name Alan --email alan@example.org");
    both.same("booking book HOST/intro 2030-05-06T20:00:00Z --name Alan --email alan@example.org");
    both.same("booking list HOST");
    assertThat(both.local.run("booking", "list", "ada").done().lines()).hasSize(2);
    both.same("booking list HOST --json");
    both.same("booking list HOST --search alan");
    both.same("agenda HOST --from 2030-05-06 --days 2");
    both.same("agenda HOST --from 2030-05-06 --days 2 --json");
    both.booking("show ID");
    both.booking("move ID 2030-05-06T11:00:00Z --reason Later");
    both.booking("hand-over ID charles");
    both.booking("confirm ID");
    both.booking("decline ID --yes");
    both.booking("no-show ID");
    both.booking("cancel ID");
    both.booking("cancel ID --yes --reason Ill");
    both.booking("show ID --json");
    both.same("booking list HOST --status cancelled");

    both.same("link add HOST/intro --uses 3");
    both.same("link list HOST");
    both.same("link list HOST --json");
    both.same("link revoke HOST 00000000");
  }

  /// Schedules besides the default one, and what a change would do before it is done.
  private static void schedules(Both both) {
    both.same("schedule add HOST|Late|mon-thu 18:00-20:00|--zone|Europe/London");
    both.same("schedule add HOST|Late|mon-thu 18:00-20:00");
    both.same("schedule add HOST|Later|mon-thu 25:00-26:00");
    both.same("schedule edit HOST --schedule Late --name Evenings");
    both.same("schedule edit HOST --schedule Late --name Evenings");
    both.same("schedule edit HOST");
    Run shown = both.local.run("schedule", "show", "ada").done();
    assertThat(shown.lines()).contains("schedule  Evenings", "hours     mon-thu 18:00-20:00");
    both.dry("schedule set HOST|mon-fri 09:00-10:00|--dry-run");
    both.same("schedule set HOST|mon-fri 09:00-10:00|--schedule|Evenings|--dry-run");
    both.dry("schedule override HOST 2030-05-09 closed --dry-run");
    both.dry("schedule travel HOST 2030-06-10 2030-06-12 --zone Asia/Tokyo --dry-run");
    both.dry("schedule holidays HOST --place FR --dry-run");
    both.dry("schedule absence HOST --from 2030-08-01 --dry-run");
    assertThat(both.local.run("schedule", "show", "ada").done().out())
        .as("a dry run changes nothing")
        .isEqualTo(shown.out());
    both.same("schedule delete HOST Evenings");
    both.same("schedule delete HOST Evenings --yes");
    both.same("schedule delete HOST Evenings --yes");
    assertThat(both.same("schedule delete HOST 0 --yes").exit()).isEqualTo(1);
  }

  /// Runs each command at both places.
  private record Both(BuiltProgram local, BuiltProgram remote) {
    /// @param line words, or where a word has spaces, words between bars
    Run same(String line) {
      return compare(line, words(line, "ada"), words(line, "bea"));
    }

    /// Says what would follow. The counts move on with the time, and are not compared.
    void dry(String line) {
      for (Run run : List.of(local.run(words(line, "ada")), remote.run(words(line, "bea")))) {
        assertThat(run.done().err()).as(line).contains("Nothing was changed");
        assertThat(run.out()).as(line).containsPattern("intro +\\+\\d+ +-\\d+ +=\\d+");
      }
    }

    /// Does something to the last booking of each.
    void booking(String line) {
      compare(line, words("booking " + line, local), words("booking " + line, remote));
    }

    private String[] words(String line, BuiltProgram program) {
      List<String> ids =
          program
              .run(
                  program.equals(local)
                      ? new String[] {"booking", "list", "ada"}
                      : new String[] {"booking", "list"})
              .done()
              .lines();
      return line.replace("ID", ids.getFirst().substring(0, 36)).split(" ", -1);
    }

    private static String[] words(String line, String handle) {
      return line.replace("HOST", handle)
          .transform(text -> text.indexOf('|') < 0 ? text.split(" ", -1) : split(text));
    }

    private static String[] split(String text) {
      String[] parts = text.split("\\|", -1);
      String[] first = parts[0].split(" ", -1);
      String[] all = Arrays.copyOf(first, first.length + parts.length - 1);
      System.arraycopy(parts, 1, all, first.length, parts.length - 1);
      return all;
    }

    private Run compare(String line, String[] ada, String[] bea) {
      Run here = local.run(ada);
      Run there = remote.run(bea);
      assertThat(there.exit()).as(line + " " + here + there).isEqualTo(here.exit());
      assertThat(told(there)).as(line).isEqualTo(told(here));
      assertThat(here.exit() == 0 || !here.err().isEmpty()).as(line).isTrue();
      assertThat(here.err()).as(line).doesNotContain("Something went wrong");
      return here;
    }

    private static String told(Run run) {
      // A refusal is in the words of the API there, and names commands here.
      return "%s%n%s"
          .formatted(run.out(), run.exit() == 0 ? run.err() : "")
          .replaceAll("\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "ID")
          .replaceAll("http://[^\"\\s]+", "URL")
          .replaceAll("\\b202\\d-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME")
          .replaceAll("\"actor\":\"\\w+\"(,\"by\":\"\\w+\")?", "ACTOR")
          .replaceAll("by (admin|bea|invitee)\\b", "by ACTOR")
          .replace("bea", "ada")
          .replace("Bea", "Ada");
    }
  }
}
