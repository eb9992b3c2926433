package org.meetwright.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Core;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;

/// Two servers on one PostgreSQL, asked in turns as by a proxy.
final class TwoNodesTest {
  private static final String SLOTS =
      "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-09&to=2026-03-09&zone=UTC";

  private ServerFixture one;
  private Database database;
  private MeetwrightServer other;
  private final HttpClient client = HttpClient.newHttpClient();
  private int requests;

  @BeforeEach
  void open() {
    ServerSettings limited =
        new ServerSettings(
            "127.0.0.1",
            0,
            null,
            null,
            List.of(),
            true,
            new ConnectionNumbers(100, 100),
            Duration.ZERO);
    one = new ServerFixture(DatabaseKind.POSTGRESQL, limited);
    one.addEventType("intro", "\"seats\": 1");
    database = one.core.database.open();
    other =
        MeetwrightServer.start(
            Core.on(database, one.core.clock), ServerFixture.settings(one.core, limited));
  }

  @AfterEach
  void close() {
    client.close();
    other.close();
    database.close();
    one.close();
  }

  private HttpResponse<String> ask(String method, String path, String body)
      throws IOException, InterruptedException {
    URI node = requests++ % 2 == 0 ? one.server.url() : other.url();
    return client.send(
        HttpRequest.newBuilder(URI.create(node + path))
            .header("Authorization", "Bearer " + one.token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void neitherIsEverStale() throws Exception {
    for (int hour = 14; hour < 20; hour++) {
      for (String minute : List.of("00", "30")) {
        String start = "2026-03-09T" + hour + ":" + minute + ":00Z";
        String slot = "\"start\":\"" + start + "\"";
        assertThat(ask("GET", SLOTS, "").body()).contains(slot);
        assertThat(ask("GET", SLOTS, "").body()).contains(slot);
        HttpResponse<String> booked =
            ask(
                "POST",
                "/api/v1/bookings",
                ServerFixture.booking(start, "bob" + hour + minute + "@example.com"));
        assertThat(booked.statusCode()).isEqualTo(201);
        assertThat(ask("GET", SLOTS, "").body()).doesNotContain(slot);
        assertThat(ask("GET", SLOTS, "").body()).doesNotContain(slot);
        requests++;
      }
    }
  }

  @Test
  void giveOneTimeToOneOfManyWhoAskBoth() throws Exception {
    List<Callable<Integer>> wishes = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      URI node = i % 2 == 0 ? one.server.url() : other.url();
      String body = ServerFixture.booking("2026-03-09T14:00:00Z", "bob" + i + "@example.com");
      wishes.add(
          () ->
              client
                  .send(
                      HttpRequest.newBuilder(URI.create(node + "/api/v1/bookings"))
                          .header("Content-Type", "application/json")
                          .POST(BodyPublishers.ofString(body))
                          .build(),
                      BodyHandlers.ofString())
                  .statusCode());
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> status : threads.invokeAll(wishes)) {
        statuses.add(status.get());
      }
    }
    assertThat(statuses).containsOnly(201, 409);
    assertThat(statuses).containsOnlyOnce(201);
  }

  @Test
  void countTogetherWhatAClientChanges() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    for (int i = 0; i < 61; i++) {
      statuses.add(ask("POST", "/api/v1/manage/nothing/cancel", "{}").statusCode());
    }
    assertThat(statuses.subList(0, 60)).containsOnly(404);
    assertThat(statuses.get(60)).isEqualTo(429);
  }

  @Test
  void knowTheSessionsOfEachOther() throws Exception {
    String session = TestTokens.create(one.core.core.access(), one.core.ada.id(), "other");
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> me =
          client.send(
              HttpRequest.newBuilder(
                      URI.create((i == 0 ? one.server.url() : other.url()) + "/api/v1/me"))
                  .header("Authorization", "Bearer " + session)
                  .build(),
              BodyHandlers.ofString());
      assertThat(me.statusCode()).isEqualTo(200);
    }
  }
}
