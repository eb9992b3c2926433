package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.alias.AliasPath;
import org.meetwright.core.alias.PageAliases;
import org.meetwright.core.eventtype.EventType;

/// Old addresses lead to the pages here.
class OldAddressesTest {
  private static PagesFixture server;
  private static HttpClient client;
  private static EventType type;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    type = server.eventType("engine");
    keep("ada.old", null);
    keep("ada.old/30min", type);
    keep("team/ada/30min", type);
    // It is a page by now: the page is shown.
    keep(server.host.handle() + "/engine", server.eventType("other"));
  }

  private static void keep(String path, EventType to) {
    server
        .core
        .database()
        .inTransaction(
            tx ->
                PageAliases.keep(
                    tx,
                    new AliasPath(path),
                    server.host.id(),
                    to == null ? null : to.id(),
                    Instant.EPOCH));
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static HttpResponse<String> ask(String method, String path) throws Exception {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + path))
            .method(method, HttpRequest.BodyPublishers.noBody())
            .build(),
        BodyHandlers.ofString());
  }

  @ParameterizedTest
  @CsvSource({
    "/ada.old, /HOST",
    "/Ada.Old/30MIN, /HOST/engine",
    "/ada.old/30min?month=2026-12&a=%C3%A9, /HOST/engine?month=2026-12&a=%C3%A9",
    "/team/ada/30min, /HOST/engine",
    "/embed/ada.old/30min, /embed/HOST/engine"
  })
  void leadToThePagesWithTheirQuery(String path, String expected) throws Exception {
    for (String method : new String[] {"GET", "HEAD"}) {
      HttpResponse<String> answer = ask(method, path);

      assertThat(answer.statusCode()).isEqualTo(308);
      assertThat(answer.headers().firstValue("Location").orElseThrow())
          .endsWith(expected.replace("HOST", server.host.handle().value()));
      assertThat(answer.headers().firstValue("Cache-Control")).contains("no-cache");
    }
  }

  @Test
  void hideNoPageAndTakeNoForms() throws Exception {
    assertThat(ask("GET", "/" + server.host.handle() + "/engine").statusCode()).isEqualTo(200);
    assertThat(ask("POST", "/ada.old/30min").statusCode()).isNotEqualTo(308);
    assertThat(ask("GET", "/ada.old/31min").statusCode()).isEqualTo(404);
  }
}
