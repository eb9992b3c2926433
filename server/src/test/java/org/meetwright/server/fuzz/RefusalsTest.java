package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.fuzz.Wire.Answer;

/// What [BrokenRequestsTest] has found, one by one.
@Timeout(600)
class RefusalsTest {
  private static final String HOST = "Host: localhost\r\n";
  private static ServerFixture server;

  private LogWatch log;

  @BeforeAll
  static void start() {
    server = new ServerFixture(DatabaseKind.H2);
    server.core.addEventType(type -> type);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void watch() {
    log = new LogWatch();
  }

  @AfterEach
  void nothingIsLogged() {
    log.close();
    assertThat(log.kept()).isEmpty();
  }

  private static Answer ask(String target, String request) throws IOException {
    byte[] bytes = request.getBytes(ISO_8859_1);
    try (Wire wire = new Wire(server.server.url())) {
      wire.send(bytes, false);
      Answer answer = wire.answer(request.startsWith("HEAD")).orElseThrow();
      if (answer.closes()) {
        assertThat(wire.answer(false)).isEmpty();
      }
      BrokenRequest asked = new BrokenRequest("GET", target, bytes, false, true);
      assertThat(Decency.faults(asked, answer)).as(answer.head()).isEmpty();
      return answer;
    }
  }

  /// Helidon takes such a word for a fault of its own.
  @ParameterizedTest
  @ValueSource(strings = {"G\u0000T", "():", "\u00e9"})
  void aWordThatIsNoMethodIsRefused(String method) throws IOException {
    Answer answer = ask("/ada", method + " /ada HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.closes()).isTrue();
  }

  /// Helidon hangs up without a word.
  @ParameterizedTest
  @CsvSource({"HTTP/1.0, 505", "HTTP/2.0, 400", "HTTP/0.9, 400", "GOPHER, 400"})
  void anotherVersionIsRefused(String version, int status) throws IOException {
    assertThat(ask("/ada", "GET /ada " + version + "\r\n" + HOST + "\r\n").status())
        .isEqualTo(status);
  }

  /// Helidon answers as text without headers that protect.
  @Test
  void programsAreRefusedWithADocument() throws IOException {
    Answer answer = ask("/api/v1/me", "GET /api/v1/me HTTP/1.1\r\nHost: a b\r\n\r\n");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(new String(answer.body(), UTF_8)).contains("\"code\":\"invalid_request\"");
  }

  @Test
  void anAddressThatIsTooLongIsNotRepeated() throws IOException {
    Answer answer = ask("/", "GET /" + "needle".repeat(1000) + " HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(answer.status()).isEqualTo(414);
    assertThat(new String(answer.body(), UTF_8)).doesNotContain("needle").contains("href=\"/\"");
  }

  /// Helidon reads the weight as a number, and fails.
  @ParameterizedTest
  @ValueSource(strings = {"gzip;q=abc", "*;q=x", "gzip;q=%zz; =; zone=a"})
  void unreadableEncodingsAreNotUsed(String encoding) throws IOException {
    for (String path : List.of("/ada", "/ada/unknown", "/api/v1/hosts/ada", "/health")) {
      Answer answer =
          ask(
              path,
              "GET " + path + " HTTP/1.1\r\n" + HOST + "Accept-Encoding: " + encoding + "\r\n\r\n");
      assertThat(answer.status()).isIn(200, 404);
      assertThat(answer.header("Content-Encoding")).isEmpty();
    }
  }

  private static String type(String path) {
    return "Content-Type: "
        + (path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded")
        + "\r\n";
  }

  /// Was a fault of ours, with a stack trace in the log; and what followed was taken for a request.
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/bookings", "/login", "/ada/intro", "/api/v1/sessions"})
  void chunksThatAreNoneAreRefused(String path) throws IOException {
    for (String chunks :
        List.of("zz\r\nabc\r\n0\r\n\r\n", "-1\r\n\r\n", "0x3\r\nabc\r\n", "3\nabc\n0\n\n")) {
      Answer answer =
          ask(
              path,
              "POST "
                  + path
                  + " HTTP/1.1\r\n"
                  + HOST
                  + type(path)
                  + "Transfer-Encoding: chunked\r\n\r\n"
                  + chunks);
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.closes()).isTrue();
    }
  }

  /// Was a fault of ours, with a stack trace in the log.
  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/bookings", "/login", "/ada/intro"})
  void whoHangsUpAmidABodyIsNotAnswered(String path) throws IOException {
    try (Wire wire = new Wire(server.server.url())) {
      String half =
          "POST " + path + " HTTP/1.1\r\n" + HOST + type(path) + "Content-Length: 100\r\n\r\n{";
      wire.send(half.getBytes(UTF_8), true);
      assertThat(wire.answer(false)).isEmpty();
    }
  }

  /// Were answered with a page.
  @ParameterizedTest
  @CsvSource({
    "GET, /health/x",
    "POST, /health",
    "DELETE, /metrics",
    "GET, /api/x",
    "GET, /api/v1/embed",
    "GET, /api/v1/manage/unknown/invite.ics"
  })
  void programsAreToldInADocumentThatThereIsNothing(String method, String path) throws IOException {
    Answer answer = ask(path, method + " " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(new String(answer.body(), UTF_8)).contains("\"code\":\"not_found\"");
  }

  /// Was answered with nothing at all.
  @Test
  void aCalendarFileThatIsNotThereIsAPage() throws IOException {
    Answer answer = ask("/b/x/invite.ics", "GET /b/x/invite.ics HTTP/1.1\r\n" + HOST + "\r\n");
    assertThat(answer.status()).isEqualTo(404);
  }
}
