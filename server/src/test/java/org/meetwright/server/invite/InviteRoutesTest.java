package org.meetwright.server.invite;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.webserver.WebServer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.booking.Booking;
import org.meetwright.server.route.AreaRules;
import org.meetwright.server.route.RouteTable;

class InviteRoutesTest {
  @TempDir Path directory;
  private Office office;
  private WebServer server;

  @BeforeEach
  void open() {
    office = Office.in(directory);
    InviteRoutes routes = office.inviteRoutes();
    server =
        WebServer.builder()
            .port(0)
            .routing(
                routing -> AreaRules.of(routing, new RouteTable(), (_, _) -> {}).register(routes))
            .build()
            .start();
  }

  @AfterEach
  void close() {
    server.stop();
    office.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://localhost:" + server.port() + path);
      return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b/%s/invite.ics", "/api/v1/manage/%s/invite.ics"})
  void answersACalendarFile(String path) throws Exception {
    Booking booking = office.book(office.call(), Office.BOB);
    String token = office.core().manageLinks().token(booking.id());

    HttpResponse<String> answer = get(path.formatted(token));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type"))
        .contains("text/calendar; charset=utf-8; method=REQUEST");
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"invite.ics\"");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.body()).startsWith("BEGIN:VCALENDAR\r\n").endsWith("END:VCALENDAR\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/b/%s/invite.ics", "/api/v1/manage/%s/invite.ics"})
  void knowsNoOtherToken(String path) throws Exception {
    assertThat(get(path.formatted("AAAA")).statusCode()).isEqualTo(404);
  }
}
