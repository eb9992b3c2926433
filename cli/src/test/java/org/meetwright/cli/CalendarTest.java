package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `calendar`, with a calendar file on loopback.
final class CalendarTest {
  private static final List<String> PRIVATE =
      List.of("MEETWRIGHT_CALENDARS_ALLOWPRIVATETARGETS", "true");
  private static final String FILE =
      """
      BEGIN:VCALENDAR
      VERSION:2.0
      PRODID:x
      X-WR-CALNAME:Diary
      BEGIN:VEVENT
      UID:1
      DTSTAMP:20260101T000000Z
      DTSTART:20260310T140000Z
      DURATION:PT1H
      SUMMARY:Dentist
      END:VEVENT
      END:VCALENDAR
      """;

  @TempDir Path home;
  private HttpServer server;
  private String url;
  private volatile int status = 200;

  @BeforeEach
  void open() throws IOException {
    CommandLineRun.addAda(home);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    String right =
        "Basic "
            + Base64.getEncoder().encodeToString("ada:secret".getBytes(StandardCharsets.UTF_8));
    server.createContext(
        "/",
        exchange -> {
          boolean closed = exchange.getRequestURI().getPath().equals("/closed.ics");
          boolean refused =
              closed && !right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
          byte[] body = FILE.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "text/calendar");
          if (refused) {
            exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
          }
          exchange.sendResponseHeaders(refused ? 401 : status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    url = "http://127.0.0.1:" + server.getAddress().getPort();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.in(home, PRIVATE, arguments);
  }

  private List<String> add() {
    CommandLineRun run = run("calendar", "add", "ada", "ics", url + "/a.ics");
    assertThat(run.exit()).as(run.err()).isZero();
    return run.lines();
  }

  private static String first(String line) {
    return line.substring(0, line.indexOf(' '));
  }

  @Test
  void connectsReadsChoosesAndRemoves() {
    List<String> added = add();
    assertThat(added).hasSize(2);
    assertThat(added.getFirst()).matches("[0-9a-f-]{36}");
    assertThat(added.getLast()).matches("[0-9a-f-]{36} Diary");

    assertThat(run("calendar", "list", "ada").lines().getFirst())
        .startsWith(added.getFirst())
        .contains(" ics ", " active ", " - ", "127.0.0.1");
    CommandLineRun synced = run("calendar", "sync", "ada");
    assertThat(synced.exit()).as(synced.err()).isZero();
    assertThat(synced.lines()).containsExactly(added.getFirst() + " read");
    JsonNode listed = run("calendar", "list", "ada", "--json").json().path("calendarAccounts");
    assertThat(listed.path(0).path("lastSyncedAt").asString()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(run("export", "ada").out()).contains("Dentist");

    String calendar = first(added.getLast());
    assertThat(run("calendar", "show", added.getFirst()).lines().getLast())
        .startsWith(calendar)
        .contains(" busy ", " - ", "Diary");
    CommandLineRun chosen = run("calendar", "choose", calendar, "--busy", "no");
    assertThat(chosen.exit()).isZero();
    assertThat(chosen.out()).isEmpty();
    assertThat(run("export", "ada").out()).doesNotContain("Dentist");
    assertThat(run("calendar", "choose", calendar, "--receive", "yes").exit()).isEqualTo(1);
    assertThat(run("calendar", "choose", calendar, "--busy", "maybe").exit()).isEqualTo(2);
    assertThat(run("calendar", "choose", calendar).exit()).isEqualTo(2);

    assertThat(run("calendar", "test", added.getFirst()).lines()).containsExactly("ok calendars 1");
    CommandLineRun written = run("calendar", "test", added.getFirst(), "--write");
    assertThat(written.exit()).isEqualTo(1);
    assertThat(written.err()).contains("can be written");

    CommandLineRun removed = run("calendar", "remove", added.getFirst(), "--keep-events");
    assertThat(removed.exit()).as(removed.err()).isZero();
    assertThat(run("calendar", "list", "ada").out()).isEmpty();
    assertThat(run("calendar", "show", added.getFirst()).exit()).isEqualTo(1);
  }

  /// One of them may receive the host's meetings.
  @Test
  void whoRevokesATokenIsToldWhichAccountsMayHaveBeenConnectedWithIt() {
    String reading = token("--scope", "read");
    String stolen = token();
    String account = add().getFirst();
    assertThat(run("token", "revoke", "ada", reading).errorLines())
        .containsExactly("Deleted the token " + reading + ".");
    assertThat(run("token", "revoke", "ada", stolen).errorLines())
        .containsExactly(
            "Deleted the token " + stolen + ".",
            "These calendar accounts go on. They are not older than the token; remove those that"
                + " you do not know with: meetwright calendar remove ID",
            account + "  ics  127.0.0.1");
    assertThat(run("calendar", "list", "ada").lines()).hasSize(1);
  }

  private String token(String... more) {
    List<String> arguments = new ArrayList<>(List.of("--json", "token", "create", "ada"));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new)).json().path("id").stringValue();
  }

  @Test
  void exitsWithOneIfAnyAccountCouldNotBeRead() {
    List<String> added = add();
    status = 500;
    CommandLineRun synced = run("calendar", "sync", "ada");
    assertThat(synced.exit()).isEqualTo(1);
    assertThat(synced.out()).startsWith(added.getFirst() + " failed ");
    JsonNode listed = run("calendar", "list", "ada", "--json").json();
    assertThat(listed.at("/calendarAccounts/0/error").asString()).isNotEmpty();
  }

  @Test
  void takesThePasswordFromAFileOrStandardInput() throws IOException {
    Path file = Files.writeString(home.resolve("password"), "secret\n");
    String closed = url + "/closed.ics";
    CommandLineRun fromFile =
        run("calendar", "add", "ada", "ics", closed, "--user", "ada", "--password-file", "" + file);
    assertThat(fromFile.exit()).as(fromFile.err()).isZero();
    CommandLineRun piped =
        CommandLineRun.reading(
            "secret\n",
            CommandLineRun.environment(home, PRIVATE),
            "calendar",
            "add",
            "ada",
            "ics",
            closed,
            "--user",
            "ada",
            "--password-file",
            "-");
    assertThat(piped.exit()).as(piped.err()).isZero();
    Files.writeString(file, "wrong\n");
    CommandLineRun wrong =
        run("calendar", "add", "ada", "ics", closed, "--user", "ada", "--password-file", "" + file);
    assertThat(wrong.exit()).isEqualTo(1);
    assertThat(wrong.out()).isEmpty();
    assertThat(wrong.err()).startsWith("meetwright: Nothing was connected: ");
    assertThat(run("calendar", "list", "ada").lines()).hasSize(2);
  }

  @Test
  void writesNothingBackWhereNoCalendarReceives() {
    add();
    CommandLineRun refused = run("calendar", "backfill", "ada", "--days-back", "30");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("--receive yes");
    CommandLineRun all = run("calendar", "backfill", "--all", "--rate", "10");
    assertThat(all.exit()).as(all.err()).isZero();
    assertThat(all.out()).isEqualTo("0\n");
    assertThat(run("calendar", "backfill").exit()).isEqualTo(2);
    assertThat(run("calendar", "backfill", "ada", "--all").exit()).isEqualTo(2);
  }

  @Test
  void connectsNothingPrivateUnlessConfigured() {
    CommandLineRun refused =
        CommandLineRun.in(home, "calendar", "add", "ada", "ics", url + "/a.ics");
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains("calendars.allowPrivateTargets");
  }
}
