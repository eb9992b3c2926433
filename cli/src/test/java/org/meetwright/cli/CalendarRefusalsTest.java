package org.meetwright.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What `calendar` refuses, in clear words, and that nothing of it is left connected.
final class CalendarRefusalsTest {
  private static final List<String> PRIVATE =
      List.of("MEETWRIGHT_CALENDARS_ALLOWPRIVATETARGETS", "true");

  @TempDir Path home;
  private HttpServer server;
  private String url;
  private volatile int status = 404;
  private volatile String body = "";

  @BeforeEach
  void open() throws IOException {
    CommandLineRun.addAda(home);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    server.createContext(
        "/",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
          exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
          exchange.getResponseBody().write(bytes);
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

  private void assertRefused(CommandLineRun run, String... words) {
    assertThat(run.exit()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.errorLines()).hasSize(1);
    assertThat(run.err())
        .startsWith("meetwright: Nothing was connected: ")
        .contains(words)
        .doesNotContain("zqSecret");
    assertThat(run("calendar", "list", "ada").out()).isEmpty();
  }

  private CommandLineRun add(String kind, String address) throws IOException {
    Path file = Files.writeString(home.resolve("password"), "zqSecret\n");
    return run(
        "calendar", "add", "ada", kind, address, "--user", "ada", "--password-file", "" + file);
  }

  @ParameterizedTest
  @CsvSource({
    "http://10.1.2.3/zqSecret.ics, calendars.allowPrivateTargets",
    "http://192.168.1.1/zqSecret.ics, calendars.allowPrivateTargets",
    "http://169.254.169.254/zqSecret, calendars.allowPrivateTargets",
    "http://localhost:9/zqSecret.ics, calendars.allowPrivateTargets",
    "http://[::1]:9/zqSecret.ics, calendars.allowPrivateTargets",
    "webcal://127.0.0.1:9/zqSecret.ics, calendars.allowPrivateTargets",
    "file:///etc/passwd, must begin with https://",
    "ftp://example.org/zqSecret.ics, must begin with https://",
    "https://ada:zqSecret@example.org/, must not hold a user and a password",
  })
  void connectsNoAddressThatMayNotBeAsked(String address, String words) {
    for (String kind : List.of("ics", "caldav")) {
      assertRefused(CommandLineRun.in(home, "calendar", "add", "ada", kind, address), words);
    }
  }

  @Test
  void saysThatThePasswordIsWrong() throws IOException {
    status = 401;
    assertRefused(add("ics", url + "/zqSecret.ics"), "refuses user or password", "app password");
    assertRefused(add("caldav", url), "refuses user or password", "app password");
  }

  @Test
  void saysThatThereIsNoCalendar() throws IOException {
    assertRefused(add("ics", url + "/zqSecret.ics"), "No calendar was found at this address");
    assertRefused(add("caldav", url), "No calendar was found at this address");
    status = 200;
    body = "<!doctype html><form>zqSecret</form>";
    assertRefused(add("ics", url + "/zqSecret.ics"), "The answer is not a calendar");
  }

  @Test
  void namesWhatIsNotThere() {
    String id = "0197a000-0000-7000-8000-000000000000";
    for (String[] arguments :
        new String[][] {
          {"show", id},
          {"remove", id},
          {"test", id},
          {"choose", id, "--busy", "yes"},
          {"list", "grace"},
          {"sync", "grace"},
          {"backfill", "grace"},
          {"add", "grace", "ics", url}
        }) {
      CommandLineRun run =
          run(Stream.concat(Stream.of("calendar"), Stream.of(arguments)).toArray(String[]::new));
      assertThat(run.exit()).as(List.of(arguments) + run.err()).isEqualTo(1);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).contains(arguments[1].equals(id) ? id : "grace");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, backfill ada --days-back -1, --days-back, -1",
    "1, backfill ada --days-back 3651, --days-back, 3651",
    "2, backfill ada --days-back soon, --days-back, soon",
    "1, backfill --all --rate 0, --rate, 0",
    "1, backfill --all --rate 6001, --rate, 6001",
    "2, backfill --all --rate fast, --rate, fast",
    "2, backfill ada --rate 5, --all, ''",
    "2, add ada google https://example.org, URL, leave it out",
    "2, add ada ics, URL, ''",
    "2, choose x --busy yes, x, ''",
  })
  void namesTheValueThatCannotBe(int exit, String line, String words, String value) {
    CommandLineRun run = run(("calendar " + line).split(" ", -1));
    assertThat(run.exit()).as(run.err()).isEqualTo(exit);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(words, value);
  }
}
