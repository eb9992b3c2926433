package org.meetwright.server.fuzz;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.fuzz.Wire.Answer;

/// Paths with which someone gets past the rules of a proxy, or has links built to another site.
@Tag("attack")
@Timeout(600)
class PathAttackTest {
  private static ServerFixture server;

  @BeforeAll
  static void start() {
    server = new ServerFixture(DatabaseKind.H2);
    server.core.addEventType(type -> type);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Answer ask(String target) throws IOException {
    byte[] bytes =
        ("GET " + target + " HTTP/1.1\r\nHost: evil.example\r\n\r\n").getBytes(ISO_8859_1);
    try (Wire wire = new Wire(server.server.url())) {
      wire.send(bytes, false);
      Answer answer = wire.answer(false).orElseThrow();
      assertThat(Decency.faults(new BrokenRequest("GET", target, bytes, false, true), answer))
          .as(answer.head())
          .isEmpty();
      return answer;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/metrics;x=y",
        "/x/..;/metrics",
        "/x/../metrics",
        "/./metrics",
        "/%2e/metrics",
        "/x/%2E%2e/metrics",
        "/x/..%2fmetrics",
        "//metrics",
        "/metrics//",
        "/metrics/.",
        "/x\\..\\metrics",
        "/x/..%5cmetrics",
        "/metrics%3bx=y",
        "/metrics%00",
        "//evil.example/..;/ada",
        "//evil.example/%2e%2e/ada",
        "//evil.example/ada",
        "/ada;x=y/intro",
        "/ada//intro",
        "http://evil.example/ada"
      })
  void aPathThatCanBeReadInTwoWaysIsRefused(String target) throws IOException {
    Answer answer = ask(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(new String(answer.body(), UTF_8))
        .doesNotContain("evil.example")
        .doesNotContain("meetwright_");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/api//v1/me", "/api/v1/hosts/ada;x", "/api/v1/../v1/me", "/api/v1/hosts/%2e"})
  void programsAreRefusedWithADocument(String target) throws IOException {
    Answer answer = ask(target);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(new String(answer.body(), UTF_8))
        .contains("\"code\":\"invalid_request\"")
        .contains("no empty or dot segments");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/ada/intro", "/", "/login", "/ada/intro/embed", "/ada/intro/"})
  void noLinkLeadsToTheHostThatARequestNames(String target) throws IOException {
    Answer answer = ask(target);
    assertThat(answer.status()).isIn(200, 308);
    assertThat(answer.head() + new String(answer.body(), UTF_8)).doesNotContain("evil.example");
  }

  @Test
  void whatOnlyBeginsLikeHealthIsAPage() throws IOException {
    Answer answer = ask("/health-center/visit");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Content-Type")).startsWith("text/html");
  }
}
