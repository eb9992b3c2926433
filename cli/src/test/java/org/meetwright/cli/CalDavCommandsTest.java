package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.cli.built.BuiltProgram;
import org.meetwright.cli.built.Run;
import org.meetwright.cli.built.TerminalSession;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.calendar.meeting.CalendarWrite;
import org.meetwright.core.calendar.meeting.CalendarWriter;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.outbox.Message;
import org.meetwright.server.calendar.CalendarProviders;
import org.meetwright.server.calendar.event.HostEventText;
import org.meetwright.server.settings.PrivateTargets;
import org.meetwright.server.settings.calendar.CalendarClients;

/// `calendar` with a real CalDAV server, Radicale, on both databases.
@ParameterizedClass
@EachDatabase
@Timeout(600)
class CalDavCommandsTest {
  private static final Path RADICALE = Path.of("/usr/bin/radicale");

  @Parameter DatabaseKind kind;
  @TempDir Path directory;
  private Process radicale;
  private Path stored;
  private String url;
  private Fixture fixture;
  private BuiltProgram program;

  @BeforeEach
  void open() throws Exception {
    Assumptions.assumeTrue(Files.exists(RADICALE), () -> "Skipped: there is no " + RADICALE);
    int port = freePort();
    url = "http://127.0.0.1:" + port + "/";
    Path users = Files.writeString(directory.resolve("users"), "ada:secret\n");
    Path data = directory.resolve("data");
    stored = data.resolve("collection-root/ada/work");
    Files.createDirectories(stored);
    Files.writeString(stored.resolve(".Radicale.props"), "{\"tag\": \"VCALENDAR\"}");
    Path config =
        Files.writeString(
            directory.resolve("config"),
            """
            [server]
            hosts = 127.0.0.1:%d
            [auth]
            type = htpasswd
            htpasswd_filename = %s
            htpasswd_encryption = plain
            delay = 0
            [storage]
            filesystem_folder = %s
            """
                .formatted(port, users, data));
    radicale =
        new ProcessBuilder("/usr/bin/python3", RADICALE.toString(), "--config", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    Patience.until(() -> listens(port));
    fixture =
        new Fixture(
            kind,
            List.of(),
            clock ->
                CalendarProviders.of(new PrivateTargets(true, true), CalendarClients.NONE, clock));
    program =
        BuiltProgram.on(fixture.database).with("MEETWRIGHT_CALENDARS_ALLOWPRIVATETARGETS", "true");
  }

  @AfterEach
  void close() throws Exception {
    if (radicale != null) {
      fixture.close();
      radicale.destroy();
      if (!radicale.waitFor(10, TimeUnit.SECONDS)) {
        radicale.destroyForcibly().waitFor();
      }
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private long eventsThere() throws IOException {
    try (var files = Files.list(stored)) {
      return files.filter(file -> file.getFileName().toString().endsWith(".ics")).count();
    }
  }

  private static String first(String line) {
    return line.replaceFirst(" .*", "");
  }

  @Test
  void connectsTestsAndWritesBack() throws Exception {
    Path wrong = Files.writeString(directory.resolve("wrong"), "wrong\n");
    String[] add = {"calendar", "add", "ada", "caldav", url, "--user", "ada", "--password-file"};
    Run refused = program.run(with(add, wrong.toString()));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("Nothing was connected").doesNotContain("wrong");
    assertThat(program.run("calendar", "list", "ada").done().out()).isEmpty();

    Run added = program.reading("secret\n").run(with(add, "-")).done();
    String account = added.lines().getFirst();
    String calendar = first(added.lines().getLast());
    assertThat(program.run("calendar", "test", account, "--write").done().lines())
        .containsExactly(
            "ok calendars 1", "ok put ada/work", "ok read ada/work", "ok deleted ada/work");
    assertThat(eventsThere()).isZero();

    fixture.book(fixture.addEventType(one -> one), "2026-03-03T15:00:00Z");
    assertThat(program.run("calendar", "choose", calendar, "--receive", "yes").done().out())
        .isEmpty();
    // The program has the real time, for which the meeting is over.
    assertThat(program.run("calendar", "backfill", "ada").done().lines()).containsExactly("0");
    assertThat(program.run("calendar", "backfill", "ada", "--days-back", "3000").done().lines())
        .containsExactly("1");
    write();
    assertThat(eventsThere()).isEqualTo(1);
    assertThat(program.run("calendar", "backfill", "--all", "--days-back", "3000").done().lines())
        .containsExactly("1");
    write();
    assertThat(eventsThere()).isEqualTo(1);

    assertThat(program.run("calendar", "sync", "ada").done().lines())
        .containsExactly(account + " read");
    program.run("calendar", "remove", account).done();
    assertThat(program.run("calendar", "list", "ada").done().out()).isEmpty();
    assertThat(eventsThere()).isEqualTo(1);
  }

  private static String[] with(String[] words, String last) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return all;
  }

  /// Delivers what a running server would.
  private void write() throws Exception {
    CalendarWriter writer =
        new CalendarWriter(
            fixture.core.database(),
            fixture.clock,
            fixture.core.connectedAccounts(),
            fixture.core.calendarProblems(),
            new HostEventText(fixture.core.eventTypes()::find));
    for (Message message : fixture.core.outbox().list(CalendarWrite.KIND, "pending", 10)) {
      writer.deliver(CalendarWrite.KIND.read(message), message);
    }
  }

  @Test
  void asksForThePasswordOnATerminalAndDoesNotShowIt() throws Exception {
    try (TerminalSession session =
        program.atTerminal(80, "calendar", "add", "ada", "caldav", url, "--user", "ada")) {
      Run run = session.awaits("Password: ").type("secret\n").ended();
      assertThat(run.exit()).as(run.out()).isZero();
      assertThat(run.out()).contains(" ada/work").doesNotContain("secret");
    }
  }
}
