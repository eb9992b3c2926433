package org.meetwright.server.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.ServerFixture.credentials;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EachDatabase
class AccessApiTest {
  private static final String TOKENS = "/api/v1/tokens";
  private static final String SESSIONS = "/api/v1/sessions";
  private static final String TOTP = "/api/v1/me/totp";
  private static final String PASSWORD = "correct horse";

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String newToken(String keys) {
    Answer created = server.asHost("POST", TOKENS, "{\"name\": \"board\"" + keys + "}");
    assertThat(created.status()).isEqualTo(201);
    return created.body().path("token").stringValue();
  }

  private JsonNode tokens() {
    return server.asHost("GET", TOKENS, "").body().path("tokens");
  }

  @Test
  void tellsATokenOnceAndListsItWithoutItsSecret() {
    Answer created =
        server.asHost(
            "POST",
            TOKENS,
            """
            {"name": "board", "scopes": ["read"], "expiresAt": "2026-03-05T12:00:00Z"}
            """);
    assertThat(created.status()).isEqualTo(201);
    String path = TOKENS + "/" + created.body().path("id").stringValue();
    assertThat(created.response().headers().firstValue("Location")).contains(path);
    assertThat(created.body().path("token").stringValue()).startsWith("mw_").hasSize(46);
    JsonNode listed = tokens().path(1);
    assertThat(listed.toString())
        .isEqualTo(
            "{\"id\":"
                + created.body().path("id")
                + ",\"name\":\"board\",\"scopes\":[\"read\"],"
                + "\"createdAt\":\"2026-03-02T12:00:00Z\",\"lastUsedAt\":null,"
                + "\"expiresAt\":\"2026-03-05T12:00:00Z\"}");
    server.as(created.body().path("token").stringValue(), "GET", "/api/v1/me", "");
    assertThat(tokens().path(1).path("lastUsedAt").stringValue()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.asHost("DELETE", path, "").status()).isEqualTo(404);
    assertThat(tokens()).hasSize(1);
    Answer after = server.as(created.body().path("token").stringValue(), "GET", "/api/v1/me", "");
    assertThat(after.code()).isEqualTo("unauthorized");
  }

  @Test
  void letsATokenThatMayReadChangeNothing() {
    String token = newToken(", \"scopes\": [\"read\"]");
    assertThat(server.as(token, "GET", "/api/v1/me", "").status()).isEqualTo(200);
    Answer refused = server.as(token, "PATCH", "/api/v1/me", "{\"name\": \"Eve\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(refused.body().path("detail").stringValue()).contains("scope write");
  }

  @Test
  void takesWriteForBoth() {
    String token = newToken(", \"scopes\": [\"write\"]");
    assertThat(tokens().path(1).path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
    assertThat(server.as(token, "PATCH", "/api/v1/me", "{\"name\": \"Eve\"}").status())
        .isEqualTo(200);
    newToken("");
    assertThat(tokens().path(2).path("scopes").toString()).isEqualTo("[\"read\",\"write\"]");
  }

  @Test
  void namesWhatIsWrongWithAToken() {
    assertThat(wrongToken("{}")).isEqualTo("name");
    assertThat(wrongToken("{\"name\": \"n\", \"scopes\": []}")).isEqualTo("scopes");
    assertThat(wrongToken("{\"name\": \"n\", \"scopes\": [\"own\"]}")).isEqualTo("scopes[0]");
    assertThat(wrongToken("{\"name\": \"n\", \"expiresAt\": \"2026-03-02T12:00:00Z\"}"))
        .isEqualTo("expiresAt");
  }

  private String wrongToken(String body) {
    Answer answer = server.asHost("POST", TOKENS, body);
    assertThat(answer.status()).isEqualTo(400);
    return answer.field();
  }

  @Test
  void letsNoTokenMakeOneThatOutlastsIt() {
    String brief = newToken(", \"expiresAt\": \"2026-03-05T12:00:00Z\"");
    assertThat(server.as(brief, "POST", TOKENS, "{\"name\": \"n\"}").field())
        .isEqualTo("expiresAt");
    String same = "{\"name\": \"n\", \"expiresAt\": \"2026-03-05T12:00:00Z\"}";
    assertThat(server.as(brief, "POST", TOKENS, same).status()).isEqualTo(201);
    String session = server.signIn(PASSWORD);
    assertThat(server.as(session, "POST", TOKENS, "{\"name\": \"n\"}").status()).isEqualTo(201);
  }

  @Test
  void listsSessionsAndEndsThemOneByOne() {
    String first = server.signIn(PASSWORD);
    String second =
        server.post(SESSIONS, credentials(PASSWORD, "")).body().path("token").stringValue();
    JsonNode listed = server.as(first, "GET", SESSIONS, "").body().path("sessions");
    assertThat(listed).hasSize(2);
    assertThat(listed.path(0).path("current").booleanValue()).isTrue();
    assertThat(listed.path(1).path("current").booleanValue()).isFalse();
    assertThat(listed.path(1).path("begunWith").stringValue()).isEqualTo("Java-http-client");
    assertThat(listed.path(1).path("expiresAt").stringValue()).isEqualTo("2026-04-01T12:00:00Z");
    assertThat(listed.path(0).path("lastUsedAt").stringValue()).isEqualTo("2026-03-02T12:00:00Z");
    assertThat(listed.path(1).path("lastUsedAt").isNull()).isTrue();
    assertThat(listed.toString()).doesNotContain(first, second);
    String path = SESSIONS + "/" + listed.path(1).path("id").stringValue();
    UUID eve = server.core.addHost("eve").id();
    String eves = server.core.core.access().sessions().begin(eve, "test").token();
    assertThat(server.as(eves, "DELETE", path, "").status()).isEqualTo(404);
    assertThat(server.as(first, "DELETE", path, "").status()).isEqualTo(204);
    assertThat(server.as(second, "GET", "/api/v1/me", "").status()).isEqualTo(401);
    assertThat(server.as(first, "DELETE", path, "").status()).isEqualTo(404);
    assertThat(server.as(first, "DELETE", SESSIONS + "/current", "").status()).isEqualTo(204);
    assertThat(server.as(first, "GET", "/api/v1/me", "").status()).isEqualTo(401);
  }

  @Test
  void slowsDownFailuresAndSaysForHowLong() {
    server.signIn(PASSWORD);
    for (int i = 0; i < 6; i++) {
      assertThat(server.post(SESSIONS, credentials("wrong", "")).code()).isEqualTo("unauthorized");
    }
    Answer refused = server.post(SESSIONS, credentials(PASSWORD, ""));
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_requests");
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("5");
    server.core.clock.advance(Duration.ofSeconds(5));
    assertThat(server.post(SESSIONS, credentials(PASSWORD, "")).status()).isEqualTo(201);
  }

  @Test
  void changesThePasswordAndEndsTheOtherSessions() {
    String first = server.signIn(PASSWORD);
    String second =
        server.post(SESSIONS, credentials(PASSWORD, "")).body().path("token").stringValue();
    String change = "{\"current\": \"correct horse\", \"new\": \"battery staple\"}";
    assertThat(changed(first, change.replace("correct", "wrong")).field()).isEqualTo("current");
    assertThat(changed(first, change.replace("battery staple", "short")).field()).isEqualTo("new");
    assertThat(changed(first, change).status()).isEqualTo(204);
    assertThat(server.as(first, "GET", "/api/v1/me", "").status()).isEqualTo(200);
    assertThat(server.as(second, "GET", "/api/v1/me", "").status()).isEqualTo(401);
    assertThat(server.post(SESSIONS, credentials(PASSWORD, "")).status()).isEqualTo(401);
    assertThat(server.post(SESSIONS, credentials("battery staple", "")).status()).isEqualTo(201);
    UUID eve = server.core.addHost("eve").id();
    String eves = server.core.core.access().sessions().begin(eve, "test").token();
    Answer without = changed(eves, change);
    assertThat(without.code()).isEqualTo("not_possible");
  }

  private Answer changed(String token, String body) {
    return server.as(token, "POST", "/api/v1/me/password", body);
  }

  @Test
  void slowsDownWhoGuessesThePasswordOfASessionThatHeHasGotHoldOf() {
    String session = server.signIn(PASSWORD);
    String wrong = "{\"current\": \"wrong horse\", \"new\": \"battery staple\"}";
    for (int i = 0; i < 6; i++) {
      assertThat(changed(session, wrong).status()).isEqualTo(400);
    }
    assertThat(changed(session, wrong).status()).isEqualTo(429);
  }

  @Test
  void asksForACodeOnceTheAppIsConfirmed() {
    String session = server.signIn(PASSWORD);
    assertThat(server.asHost("POST", TOTP, "").code()).isEqualTo("forbidden");
    Answer enrolled = server.as(session, "POST", TOTP, "");
    assertThat(enrolled.status()).isEqualTo(201);
    String secret = enrolled.body().path("secret").stringValue();
    assertThat(enrolled.body().path("uri").stringValue()).contains(secret);
    assertThat(server.as(session, "POST", TOTP + "/confirm", code("000000")).field())
        .isEqualTo("code");
    Answer confirmed = server.as(session, "POST", TOTP + "/confirm", code(now(secret)));
    JsonNode recovery = confirmed.body().path("recoveryCodes");
    assertThat(recovery).hasSize(10);
    assertThat(server.as(session, "GET", TOTP, "").body().path("on").booleanValue()).isTrue();
    assertThat(server.as(session, "POST", TOTP, "").code()).isEqualTo("not_possible");

    server.core.clock.advance(Duration.ofMinutes(1));
    Answer without = server.post(SESSIONS, credentials(PASSWORD, ""));
    assertThat(without.status()).isEqualTo(401);
    assertThat(without.code()).isEqualTo("second_factor_required");
    String with = credentials(PASSWORD, ", \"code\": \"" + now(secret) + "\"");
    assertThat(server.post(SESSIONS, with).status()).isEqualTo(201);
    assertThat(server.post(SESSIONS, with).code()).isEqualTo("second_factor_required");
    String byRecovery = credentials(PASSWORD, ", \"code\": " + recovery.path(0));
    assertThat(server.post(SESSIONS, byRecovery).status()).isEqualTo(201);

    assertThat(server.as(session, "DELETE", TOTP, code("000000")).field()).isEqualTo("code");
    String last = "{\"code\": " + recovery.path(1) + "}";
    assertThat(server.as(session, "DELETE", TOTP, last).status()).isEqualTo(204);
    assertThat(server.post(SESSIONS, credentials(PASSWORD, "")).status()).isEqualTo(201);
  }

  private static String code(String code) {
    return "{\"code\": \"" + code + "\"}";
  }

  private String now(String secret) {
    Instant now = server.core.clock.instant();
    return AuthenticatorApp.code(secret, now);
  }

  @Test
  void repeatsNoSecretThatIsOfTheWrongKind() {
    for (String body :
        new String[] {
          "{\"email\": \"ada@example.org\", \"password\": 48151623}",
          "{\"email\": \"ada@example.org\", \"password\": \"x\", \"code\": 48151623}"
        }) {
      Answer refused = server.post("/api/v1/sessions", body);
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.response().body()).doesNotContain("48151623");
    }
  }
}
