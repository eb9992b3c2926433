package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;

/// Looks at the headers of one answer of each kind that the server gives.
class SecurityHeadersTest {
  private static ServerFixture server;
  private static List<String> addresses;

  @BeforeAll
  static void start() {
    server = new ServerFixture(DatabaseKind.H2);
    addresses = addresses();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static List<String> addresses() {
    server.addEventType("seen", "\"description\": \"<b>x</b>\"");
    String manage =
        server
            .post(
                "/api/v1/bookings",
                ServerFixture.booking("ada/seen", "2026-03-10T15:00:00Z", "bob@example.com"))
            .body()
            .path("manageUrl")
            .asString();
    String booking = manage.substring(manage.indexOf("/b/"));
    return List.of(
        "/",
        "/ada",
        "/ada/seen",
        "/ada/seen?start=2026-03-11T15:00:00Z",
        "/ada/seen/",
        "/ada/unknown",
        "/nobody",
        booking,
        booking + "/cancel",
        booking + "/reschedule",
        booking + "/reschedule?start=2026-03-11T15:00:00Z",
        booking + "/invite.ics",
        "/b/unknown",
        "/b/unknown/invite.ics",
        "/assets/pages.css",
        "/assets/pages.js",
        "/assets/unknown",
        "/favicon.ico",
        "/api/v1/hosts/ada",
        "/api/v1/hosts/nobody",
        "/api/v1/me",
        "/api/unknown",
        "/openapi",
        "/docs/api",
        "/health",
        "/metrics");
  }

  @Test
  void protectEveryAnswer() {
    for (HttpResponse<String> answer : answers()) {
      String path = answer.uri().getPath() + " " + answer.statusCode();
      assertThat(only(answer, "X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(only(answer, "Content-Security-Policy"))
          .as(path)
          .contains("default-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "data:", "*", "http");
      assertThat(only(answer, "X-Frame-Options")).as(path).isEqualTo("DENY");
      assertThat(only(answer, "Referrer-Policy")).as(path).isIn("no-referrer", "same-origin");
      assertThat(only(answer, "Permissions-Policy")).as(path).contains("camera=()");
      assertThat(only(answer, "Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
      if (path.startsWith("/b/")) {
        assertThat(only(answer, "Referrer-Policy")).as(path).isEqualTo("no-referrer");
      }
    }
  }

  @Test
  void needNoExceptionBecauseNothingIsInline() {
    for (HttpResponse<String> answer : answers()) {
      if (answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html")) {
        assertThat(answer.body())
            .as(answer.uri().toString())
            .doesNotContainIgnoringCase("<style", " style=", "javascript:")
            .doesNotContainPattern("<script(?![^>]* src=)")
            .doesNotContainPattern("<[^>]* on[a-z]+=");
      }
    }
  }

  private static List<HttpResponse<String>> answers() {
    List<HttpResponse<String>> answers = new ArrayList<>();
    for (String path : addresses) {
      answers.add(server.get(path).response());
    }
    return answers;
  }

  private static String only(HttpResponse<String> answer, String header) {
    List<String> values = answer.headers().allValues(header);
    assertThat(values).as(answer.uri() + " " + header).hasSize(1);
    return values.getFirst();
  }
}
