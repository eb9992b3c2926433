package org.meetwright.server.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

/// Another site's page has its visitors' browsers send something here.
@Tag("attack")
final class BodyTypeAttackTest {
  private static final String BOOKING =
      ServerFixture.booking("2026-03-09T14:00:00Z", "bob@example.com");
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private ServerFixture server;

  @BeforeEach
  void start() {
    server = new ServerFixture(DatabaseKind.H2);
    server.addEventType("intro", "\"seats\": 1");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private Answer send(String method, String path, String body, String... types) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.server.url() + path))
            .method(method, BodyPublishers.ofString(body));
    List.of(types).forEach(type -> request.header("Content-Type", type));
    return server.send(request);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "text/plain",
        "text/plain;charset=UTF-8",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x"
      })
  void whatAnyPageMaySendDoesNotBook(String type) {
    Answer answer = send("POST", "/api/v1/bookings", BOOKING, type);
    assertThat(answer.status()).isEqualTo(415);
    assertThat(answer.code()).isEqualTo("unsupported_media_type");
    assertThat(answer.body().path("detail").asString()).contains("Content-Type: application/json");
    nothingWasBooked();
  }

  private void nothingWasBooked() {
    assertThat(server.asHost("GET", "/api/v1/bookings", "").body().path("bookings")).isEmpty();
  }

  @Test
  void aBodyWithoutATypeOrWithTwoDoesNotBook() {
    assertThat(send("POST", "/api/v1/bookings", BOOKING).status()).isEqualTo(415);
    assertThat(send("POST", "/api/v1/bookings", BOOKING, "application/json", "text/plain").status())
        .isEqualTo(415);
    nothingWasBooked();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/json; charset=utf-8", "application/x+json"})
  void jsonBooks(String type) {
    assertThat(send("POST", "/api/v1/bookings", BOOKING, type).status()).isEqualTo(201);
  }

  @Test
  void tryingToSignInWithPlainTextIsNotEvenATry() {
    String credentials = ServerFixture.credentials("wrong", "");
    for (int i = 0; i < 10; i++) {
      assertThat(send("POST", "/api/v1/sessions", credentials, "text/plain").status())
          .isEqualTo(415);
    }
    assertThat(send("POST", "/api/v1/sessions", credentials, "application/json").status())
        .isEqualTo(401);
  }

  /// Of the API and of the pages.
  @Test
  void noRouteTakesPlainText() {
    List<Route> changing =
        server.server.routes().stream().filter(route -> CHANGING.contains(route.method())).toList();
    assertThat(changing).hasSizeGreaterThan(60);
    for (Route route : changing) {
      String path = route.pattern().replaceAll("\\{[a-z]+}", "x1");
      assertThat(send(route.method(), path, "{}", "text/plain").status())
          .as(route.toString())
          .isEqualTo(415);
    }
  }

  @Test
  void noOtherSiteIsAllowedToSendJson() {
    HttpRequest.Builder preflight =
        HttpRequest.newBuilder(URI.create(server.server.url() + "/api/v1/bookings"))
            .header("Origin", "https://evil.example")
            .header("Access-Control-Request-Method", "POST")
            .header("Access-Control-Request-Headers", "content-type")
            .method("OPTIONS", BodyPublishers.noBody());
    Answer answer = server.send(preflight);
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.response().headers().map().keySet())
        .noneMatch(name -> name.startsWith("access-control-"));
  }
}
