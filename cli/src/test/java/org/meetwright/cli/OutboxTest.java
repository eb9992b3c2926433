package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Core;
import org.meetwright.core.EventTypeBuilder;
import org.meetwright.core.OutboxKinds;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.TestDatabase;
import org.meetwright.core.database.h2.FilePassword;
import org.meetwright.core.outbox.OutboxKind;
import tools.jackson.databind.JsonNode;

final class OutboxTest {
  @TempDir Path home;

  @BeforeEach
  void book() {
    CommandLineRun.addAda(home);
    try (Core core =
        Core.on(Database.open(TestDatabase.h2In(home)), InstantSource.fixed(CommandLineRun.NOW))) {
      UUID ada = core.hosts().find("ada").orElseThrow().id();
      core.eventTypes().add(new EventTypeBuilder(ada).build());
    }
    assertThat(
            run(
                    "book",
                    "ada/intro",
                    "2026-03-03T10:00:00Z",
                    "--name",
                    "Bob",
                    "--email",
                    "bob@example.com")
                .exit())
        .isZero();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, arguments);
  }

  private JsonNode messages(String... more) {
    String[] all = new String[more.length + 3];
    all[0] = "outbox";
    all[1] = "list";
    all[2] = "--json";
    System.arraycopy(more, 0, all, 3, more.length);
    return run(all).json().path("messages");
  }

  private void sql(String statement) {
    String url = TestDatabase.h2In(home).url() + ";AUTO_SERVER=TRUE";
    try (var connection = DriverManager.getConnection(url, "meetwright", FilePassword.read(url));
        var running = connection.createStatement()) {
      running.execute(statement);
    } catch (SQLException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void listsMessagesWithoutWhatTheyTellOfPeople() {
    CommandLineRun list = run("outbox", "list", "--state", "pending");

    assertThat(list.lines()).hasSize(messages().size()).hasSizeGreaterThan(1);
    assertThat(list.lines().getFirst()).contains("mail  pending  2026-03-02T12:00:00Z  0 attempts");
    assertThat(list.out()).doesNotContain("bob@example.com");
    assertThat(run("outbox", "list", "--kind", "webhook").lines()).isEmpty();
    assertThat(run("outbox", "list", "--state", "lost").exit()).isEqualTo(2);
  }

  @Test
  void showsWhyAMessageIsParkedAndHasItTriedAgain() {
    sql("UPDATE outbox SET state = 'parked', attempts = 12, last_error = '550 no such user'");
    String id = messages().path(0).path("id").asString();

    assertThat(run("outbox", "show", id).out()).contains("12 attempts", "550 no such user");
    assertThat(run("outbox", "retry", id).out().strip()).isEqualTo("1");
    assertThat(messages("--state", "pending")).hasSize(1);
    int parked = messages("--state", "parked").size();
    assertThat(run("outbox", "retry", "--parked", "--kind", "webhook").out().strip())
        .isEqualTo("0");
    assertThat(run("outbox", "retry", "--parked").out().strip()).isEqualTo("" + parked);
    assertThat(messages("--state", "parked")).isEmpty();
  }

  @Test
  void saysThatThereIsNoSuchMessage() {
    String id = "00000000-0000-0000-0000-000000000001";
    assertThat(run("outbox", "show", id).err()).contains("There is no message " + id);
    assertThat(run("outbox", "retry", id).exit()).isEqualTo(1);
    assertThat(run("outbox", "retry").exit()).isEqualTo(2);
    assertThat(run("outbox", "retry", "x").exit()).isEqualTo(2);
  }

  @Test
  void pausesAKindAndResumesIt() {
    assertThat(run("outbox", "pause", "mail").exit()).isZero();
    assertThat(run("outbox", "list").err()).contains("Paused: mail");
    assertThat(run("outbox", "resume", "mail").err()).contains("Resumed: mail");
    assertThat(run("outbox", "resume", "mail").err()).contains("Was not paused");
    assertThat(run("outbox", "pause", "telegraph").exit()).isEqualTo(2);
  }

  @Test
  void knowsTheKindsThatThereAre() {
    for (OutboxKind<?> kind : OutboxKinds.ALL) {
      assertThat(run("outbox", "pause", kind.name()).exit()).as(kind.name()).isZero();
      assertThat(run("outbox", "resume", kind.name()).exit()).as(kind.name()).isZero();
      assertThat(run("outbox", "list", "--kind", kind.name()).exit()).as(kind.name()).isZero();
      assertThat(run("outbox", "pause", "--help").out()).contains(kind.name());
      assertThat(run("outbox", "list", "--help").out()).contains(kind.name());
    }
    for (String[] command :
        new String[][] {
          {"outbox", "list", "--kind", "telegraph"},
          {"outbox", "retry", "--parked", "--kind", "telegraph"}
        }) {
      CommandLineRun refused = run(command);
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(refused.err().replaceAll("\\s+", " "))
          .contains("must be one of mail, mail-resend, confirmation", "not \"telegraph\"");
    }
  }
}
