package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.location;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Concurrently;
import org.meetwright.core.booking.BookingFilter;
import org.meetwright.server.challenge.Solver;
import tools.jackson.databind.json.JsonMapper;

/// Forms that have to carry the solution of a challenge.
class ChallengePagesTest {
  private static PagesFixture server;
  private static Client client;
  private static int days;

  private String page;
  private String start;

  @BeforeAll
  static void start() {
    server = new PagesFixture(1000);
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @BeforeEach
  void offer() {
    days++;
    server.now(PagesFixture.NOW);
    server.eventType("worked-" + days);
    page = "/ada/worked-" + days;
    // Of Mondays to Fridays, each its own.
    start = LocalDate.of(2026, 12, 6).plusDays(days + (days - 1) / 5 * 2) + "T15:00:00Z";
  }

  private static String solved() {
    return Solver.solve(JsonMapper.shared().readTree(client.get("/api/v1/challenge").body()));
  }

  private Map<String, String> form(String solution) {
    Map<String, String> form = new HashMap<>();
    form.put("key", "0123456789abcdef0123456789abcd%02d".formatted(days));
    form.put("start", start);
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    form.put("notes", "typed before");
    form.put("altcha", solution);
    return form;
  }

  private static void assertSendAgain(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body())
        .contains("was missing or too old", "value=\"Charles Babbage\"", "typed before")
        .contains("<altcha-widget");
  }

  private long bookings() {
    return server
        .core
        .bookings()
        .list(BookingFilter.ofHost(server.host.id()), null, 200)
        .bookings()
        .stream()
        .filter(booking -> page.endsWith("/" + booking.eventTypeSlug()))
        .count();
  }

  @Test
  void bookWithASolution() {
    assertThat(client.post(page, form(solved())).statusCode()).isEqualTo(303);
  }

  @Test
  void comeBackWithEverythingTypedWithoutOne() {
    Map<String, String> without = form("");
    without.remove("altcha");

    assertSendAgain(client.post(page, without));
    assertSendAgain(client.post(page, form("nonsense")));
    String late = solved();
    server.now(PagesFixture.NOW.plus(Duration.ofMinutes(21)));
    assertSendAgain(client.post(page, form(late)));
    assertThat(bookings()).isZero();
    assertThat(client.post(page, form(solved())).statusCode()).isEqualTo(303);
  }

  @Test
  @Tag("attack")
  void solveOneForEachMoveAndMoveFiveTimesADay() {
    String booked =
        client.post(page, form(solved())).headers().firstValue("Location").orElseThrow();
    Instant first = Instant.parse(start);
    String moving = booked + "/reschedule?start=" + first.plusSeconds(1800);
    assertThat(client.get(moving).body()).contains("<altcha-widget");
    Map<String, String> move = new HashMap<>();
    move.put("start", first.plusSeconds(1800).toString());
    assertThat(client.post(booked + "/reschedule", move).statusCode()).isEqualTo(403);
    for (int i = 1; i <= 5; i++) {
      move.put("start", first.plusSeconds(1800L * (i % 2)).toString());
      move.put("altcha", solved());
      assertThat(client.post(booked + "/reschedule", move).statusCode()).isEqualTo(303);
    }
    move.put("start", start);
    move.put("altcha", solved());
    HttpResponse<String> refused = client.post(booked + "/reschedule", move);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("moved 5 times within 24 hours", "You can move it again");
  }

  @Test
  void useASolutionForOneBooking() {
    String solution = solved();
    Map<String, String> other = form(solution);
    other.put("key", "ff".repeat(16));
    other.put("start", start.replace("15:00", "16:00"));

    assertThat(client.post(page, form(solution)).statusCode()).isEqualTo(303);
    assertSendAgain(client.post(page, other));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void bookOnceHoweverOftenTheSameFormIsSent() throws Exception {
    Map<String, String> form = form(solved());
    Set<String> places = new ConcurrentSkipListSet<>();
    List<Integer> statuses =
        Concurrently.run(
            6,
            _ -> {
              HttpResponse<String> answer = client.post(page, form);
              places.add(location(answer));
              return answer.statusCode();
            });
    server.now(PagesFixture.NOW.plus(Duration.ofHours(1)));

    assertThat(statuses).containsOnly(303);
    assertThat(places).hasSize(1).contains(location(client.post(page, form)));
    assertThat(bookings()).isEqualTo(1);
  }

  @Test
  void keepTheSolutionWhenAFieldIsWrong() {
    String solution = solved();
    Map<String, String> mistyped = form(solution);
    mistyped.put("email", "charles@");

    assertThat(client.post(page, mistyped).statusCode()).isEqualTo(400);
    assertThat(client.post(page, form(solution)).statusCode()).isEqualTo(303);
  }

  @Test
  void sayWithoutJavaScriptWhatIsMissing() {
    assertThat(client.get(page + "?start=" + start).body())
        .containsPattern("<noscript>.*This form needs JavaScript");
  }

  @Test
  void areNeededForBookingAlone() {
    String booking = location(client.post(page, form(solved())));

    assertThat(client.get(booking + "/cancel").body()).doesNotContain("altcha");
    assertThat(client.post(booking + "/cancel", Map.of("reason", "")).statusCode()).isEqualTo(303);
  }

  @Test
  void serveTheWidgetAsItWasPublishedWithItsLicence() {
    assertThat(client.get("/assets/altcha/LICENSE.txt").body()).contains("MIT License");
    for (String file : List.of("altcha.js", "worker.js")) {
      HttpResponse<String> script = client.get("/assets/altcha/" + file);
      assertThat(script.statusCode()).isEqualTo(200);
      assertThat(script.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/javascript");
    }
    assertThat(client.get("/assets/altcha/nothing.js").statusCode()).isEqualTo(404);
    assertThat(client.get("/assets/altcha/..%2Fpages.js").statusCode()).isEqualTo(404);
  }

  @Test
  void areNotThereWhereTheyAreOff() {
    try (PagesFixture off = new PagesFixture();
        Client visitor = new Client(off)) {
      off.eventType("plain");

      assertThat(visitor.get("/ada/plain?start=" + start).body()).doesNotContain("altcha");
      Map<String, String> form = form("anything");
      assertThat(visitor.post("/ada/plain", form).statusCode()).isEqualTo(303);
    }
  }
}
