package org.meetwright.server.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Patience;
import org.meetwright.core.booking.notice.BookingNotice;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.api.CalendarFile;
import tools.jackson.databind.JsonNode;

class OperationsTest {
  @Test
  void tellsItsHealthAndItsFigures() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      assertThat(server.get("/health/live").status()).isEqualTo(200);
      Answer ready = server.get("/health/ready");
      assertThat(ready.status()).isEqualTo(200);
      assertThat(server.get("/health").body().path("parts").path("database").path("status"))
          .hasToString("\"up\"");
      server.core.core.database().close();
      while (server.get("/health/live").status() == 200) {
        Thread.onSpinWait();
      }
      assertThat(server.get("/health/live").status()).isEqualTo(503);
      assertThat(server.get("/health/ready").status()).isEqualTo(503);
    }
  }

  @Test
  void answersHeadWithoutABodyAndKeepsTheConnection() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      for (String path : List.of("/health", "/api/v1/nothing", "/api/v1/hosts/ada", "/nothing")) {
        Answer head = server.send(server.request(path).method("HEAD", BodyPublishers.noBody()));
        assertThat(head.response().body()).isEmpty();
        assertThat(server.get("/health/live").status()).isEqualTo(200);
      }
    }
  }

  @Test
  void countsRequestsByAreaMethodAndStatus() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      server.get("/api/v1/hosts/nobody");
      Answer metrics = server.get("/metrics");
      assertThat(metrics.response().body())
          .contains(
              "meetwright_http_request_seconds_count{area=\"api\",method=\"GET\",status=\"404\"} 1")
          .contains("meetwright_outbox_messages{kind=\"archive\",state=\"pending\"} 1");
    }
  }

  @Test
  void countsWhatBecameOfWishesAndQuestions() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      server.addEventType("intro", "\"seats\": 1");
      String bob = ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com");
      String eve = ServerFixture.booking("2026-03-09T14:00:00Z", "eve@example.com");
      String token =
          server
              .post("/api/v1/bookings", bob)
              .body()
              .path("manageUrl")
              .asString()
              .replaceFirst(".*/b/", "");
      server.post("/api/v1/bookings", eve);
      server.post("/api/v1/manage/" + token + "/cancel", "{}");
      String slots = "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-09&to=2026-03-10";
      server.get(slots);
      server.get(slots);
      assertThat(server.get("/metrics").response().body())
          .contains("meetwright_bookings_total{operation=\"book\",result=\"booked\"} 1")
          .contains("meetwright_bookings_total{operation=\"book\",result=\"slot_taken\"} 1")
          .contains("meetwright_bookings_total{operation=\"cancel\",result=\"changed\"} 1")
          .contains("meetwright_double_bookings_refused_total 1")
          .contains("meetwright_slot_questions_total{cached=\"false\"} 1")
          .contains("meetwright_slot_questions_total{cached=\"true\"} 1");
    }
  }

  @Test
  void tellsHowEachPartIs() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      Answer well = server.get("/health");
      assertThat(well.body().path("parts").propertyNames())
          .containsExactly("calendars", "database", "disk", "mail", "outbox", "server");
      assertThat(well.body().path("parts").path("outbox").path("status").asString())
          .isEqualTo("up");

      server.core.core.outbox().pause(BookingNotice.KIND);
      server.addEventType("intro", "\"seats\": 1");
      server.post(
          "/api/v1/bookings", ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com"));
      server.core.clock.advance(Duration.ofMinutes(20));
      Answer late = server.get("/health");
      assertThat(late.status()).isEqualTo(200);
      assertThat(late.body().path("status").asString()).isEqualTo("degraded");
      assertThat(late.body().path("parts").path("outbox").path("status").asString())
          .isEqualTo("degraded");
      assertThat(server.get("/health/ready").status()).isEqualTo(200);
    }
  }

  @Test
  void tellsHowLateCalendarsAre() {
    try (CalendarFile file = new CalendarFile("/basic.ics");
        ServerFixture server = new ServerFixture(DatabaseKind.H2, true)) {
      file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
      String accounts = "/api/v1/calendar-accounts";
      String body = "{\"kind\": \"ics\", \"url\": \"" + file.url() + "\"}";
      String id = server.asHost("POST", accounts, body).body().path("id").asString();
      String sync = accounts + "/" + id + "/sync";
      server.core.clock.advance(Duration.ofSeconds(1));
      assertThat(server.asHost("POST", sync, "").body().path("error").isNull()).isTrue();
      assertCalendars(server, "0.0", "up");

      file.fails(500);
      server.core.clock.advance(Duration.ofMinutes(31));
      assertCalendars(server, "1860.0", "up");
      server.core.clock.advance(Duration.ofMinutes(60));
      assertCalendars(server, "5460.0", "degraded");

      file.says(CalendarFile.event("1", "20260310T140000Z", "Dentist"));
      // What the parts are is kept for two seconds.
      server.core.clock.advance(Duration.ofSeconds(3));
      server.asHost("POST", sync, "");
      assertCalendars(server, "0.0", "up");
    }
  }

  private static void assertCalendars(ServerFixture server, String lag, String status) {
    assertThat(server.get("/metrics").response().body())
        .contains("meetwright_calendar_sync_lag_seconds{provider=\"ics\"} " + lag);
    JsonNode health = server.get("/health").body();
    assertThat(health.at("/parts/calendars/status").asString()).isEqualTo(status);
  }

  @Test
  void namesEachRequestInItsAnswerAndItsProblem() {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      Answer one = server.get("/api/v1/hosts/nobody");
      Answer other = server.get("/api/v1/hosts/nobody");
      String id = one.response().headers().firstValue("X-Request-Id").orElseThrow();
      assertThat(id).matches("[0-9a-f]{16}");
      assertThat(one.body().path("requestId").asString()).isEqualTo(id);
      assertThat(other.body().path("requestId").asString()).isNotEqualTo(id);
    }
  }

  @Test
  void finishesWhatIsBeingAnsweredWhileItIsNoLongerReady() throws Exception {
    ServerFixture server = new ServerFixture(DatabaseKind.H2);
    server.addEventType("intro", "\"seats\": 1");
    byte[] body =
        ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com")
            .getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /api/v1/bookings HTTP/1.1\r\n"
            + "Host: x\r\n"
            + "Content-Type: application/json\r\n"
            + "Expect: 100-continue\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), server.server.url().getPort())) {
      socket.setSoTimeout(Patience.MILLIS);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().flush();
      // It reads the body now.
      assertThat(read(socket, "HTTP/1.1 100 Continue\r\n\r\n".length())).contains(" 100 ");
      Thread closing = Thread.ofVirtual().start(server.server::close);
      while (isListening(server)) {
        Thread.onSpinWait();
      }
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      assertThat(read(socket, 12)).isEqualTo("HTTP/1.1 201");
      closing.join();
    } finally {
      server.close();
    }
  }

  private static String read(Socket socket, int bytes) throws IOException {
    return new String(socket.getInputStream().readNBytes(bytes), StandardCharsets.US_ASCII);
  }

  @Test
  void goesOnAnsweringWhileItSaysThatItIsNotReady() throws Exception {
    try (ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      assertThat(server.get("/health/ready").response().headers().firstValue("Connection"))
          .contains("keep-alive");
      Thread draining = Thread.ofVirtual().start(() -> server.server.drain(Duration.ofDays(1)));
      while (server.get("/health/ready").status() == 200) {
        Thread.onSpinWait();
      }

      Answer answer = server.get("/api/v1/hosts/ada");
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.response().headers().firstValue("Connection")).contains("close");
      Answer ready = server.get("/health/ready");
      assertThat(ready.status()).isEqualTo(503);
      assertThat(ready.body().path("status").asString()).isEqualTo("down");
      draining.interrupt();
      draining.join();
    }
  }

  private static boolean isListening(ServerFixture server) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), server.server.url().getPort())) {
      return true;
    } catch (IOException refused) {
      return false;
    }
  }
}
