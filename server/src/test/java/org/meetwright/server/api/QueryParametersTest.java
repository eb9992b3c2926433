package org.meetwright.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Query parameters that no call knows.
class QueryParametersTest {
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static ServerFixture server;

  @BeforeAll
  static void open() {
    server = new ServerFixture(DatabaseKind.H2);
    server.addEventType("intro", "\"hidden\": false");
  }

  @AfterAll
  static void close() {
    server.close();
  }

  private record Got(int status, JsonNode body) {
    String error() {
      JsonNode error = body.at("/errors/0");
      return status
          + " "
          + error.path("field").asString("")
          + ": "
          + error.path("message").asString("");
    }
  }

  /// Sends past the fixture, which holds requests against the document too.
  private static Got send(String method, String path) throws Exception {
    var sent =
        CLIENT.send(
            HttpRequest.newBuilder(URI.create(server.server.url() + path))
                .header("Authorization", "Bearer " + server.token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    String type = sent.headers().firstValue("Content-Type").orElse("");
    return new Got(
        sent.statusCode(),
        type.contains("json")
            ? JsonMapper.shared().readTree(sent.body())
            : JsonMapper.shared().createObjectNode());
  }

  @Test
  void areNamedWithThoseThatAreKnown() throws Exception {
    assertThat(send("GET", "/api/v1/hosts/ada/event-types/intro/slots?form=2026-03-03").error())
        .isEqualTo("400 form: is not known here; known are duration, fields, from, link, to, zone");
    assertThat(send("GET", "/api/v1/me?verbose").error())
        .isEqualTo("400 verbose: is not known here; there are no query parameters");
    assertThat(send("GET", "/api/v1/bookings?status=confirmed&Limit=1").error())
        .startsWith("400 Limit: is not known here; known are cursor, eventType, from, limit, q");
    assertThat(send("GET", "/api/v1/bookings?status=confirmed&limit=1").status()).isEqualTo(200);
    assertThat(send("POST", "/api/v1/schedules?dry=1").error()).startsWith("400 dry:");
    assertThat(send("GET", "/api/v1/nothing?x=1").status()).isEqualTo(404);
  }

  @Test
  void areRefusedByEveryCall() throws Exception {
    List<String> wrong = new ArrayList<>();
    int calls = 0;
    for (var path : ApiDocument.read().root().path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        if (path.getKey().startsWith("/api/") && METHODS.contains(operation.getKey())) {
          String method = operation.getKey().toUpperCase(Locale.ROOT);
          Got got = send(method, path.getKey().replaceAll("\\{[^}]*}", "x") + "?surplus=1");
          calls++;
          if (got.status() != 400 || !got.error().startsWith("400 surplus:")) {
            wrong.add(method + " " + path.getKey() + ": " + got);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(calls).isGreaterThan(60);
  }

  @Test
  void doNotMatterToPages() throws Exception {
    assertThat(send("GET", "/ada?utm_source=letter").status()).isEqualTo(200);
    assertThat(send("GET", "/ada/intro?utm_source=letter").status()).isEqualTo(200);
  }
}
