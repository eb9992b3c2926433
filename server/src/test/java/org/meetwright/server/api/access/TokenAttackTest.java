package org.meetwright.server.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.ServerFixture.booking;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import tools.jackson.databind.JsonNode;

/// Somebody has got hold of an API token, and wants more than it is good for.
@Tag("attack")
@ParameterizedClass
@EachDatabase
class TokenAttackTest {
  private static final String PASSWORD = "correct horse";

  /// What would turn a token that may write into the account: a method, a path, and a body each.
  private static final String[][] OF_THE_ACCOUNT = {
    {"POST", "/me/password", "{\"current\": \"correct horse\", \"new\": \"battery staple\"}"},
    {"PATCH", "/me", "{\"email\": \"mallory@example.org\"}"},
    {"POST", "/me/totp", ""},
    {"POST", "/me/totp/confirm", "{\"code\": \"123456\"}"},
    {"DELETE", "/me/totp", "{\"code\": \"123456\"}"},
    {"GET", "/sessions", ""},
    {"DELETE", "/sessions/<session>", ""},
    {"DELETE", "/tokens/<other>", ""},
  };

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private Core core;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    core = server.core.core;
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void doesNotMakeATokenTheAccount() {
    String session = server.signIn(PASSWORD);
    TestTokens.create(core.access(), server.core.ada.id(), "another");
    String sessionId =
        core.access().sessions().list(server.core.ada.id()).getFirst().id().toString();
    String other = core.access().tokens().list(server.core.ada.id()).getLast().id().toString();
    String before = server.core.dump("api_token", "session");
    for (String[] step : OF_THE_ACCOUNT) {
      String path = step[1].replace("<session>", sessionId).replace("<other>", other);
      Answer refused = server.as(server.token, step[0], "/api/v1" + path, step[2]);
      assertThat(refused.code()).as(step[0] + " " + path).isEqualTo("forbidden");
      assertThat(refused.body().path("detail").stringValue()).contains("sign in");
    }
    assertThat(server.core.dump("api_token", "session")).isEqualTo(before);
    assertThat(core.access().tokens().list(server.core.ada.id())).hasSize(2);
    assertThat(server.as(session, "GET", "/api/v1/sessions", "").status()).isEqualTo(200);
  }

  @Test
  void changesTheAddressOfNobodyWhoSignedInLongAgo() {
    String session = server.signIn(PASSWORD);
    String change = "{\"email\": \"mallory@example.org\"}";
    server.core.clock.advance(Duration.ofMinutes(15));
    Answer refused = server.as(session, "PATCH", "/api/v1/me", change);
    assertThat(refused.code()).isEqualTo("forbidden");
    assertThat(refused.body().path("detail").stringValue()).contains("sign in again");
    Answer same = server.asHost("PATCH", "/api/v1/me", "{\"email\": \"ada@example.org\"}");
    assertThat(same.status()).isEqualTo(200);
  }

  @Test
  void endsWhatATokenHasMadeWithIt() {
    String session = server.signIn(PASSWORD);
    Answer stolen = server.as(session, "POST", "/api/v1/tokens", "{\"name\": \"stolen\"}");
    String child = made(stolen.body().path("token").stringValue());
    String grandchild = made(child);
    String id = stolen.body().path("id").stringValue();
    assertThat(server.as(session, "DELETE", "/api/v1/tokens/" + id, "").status()).isEqualTo(204);
    for (String token : new String[] {child, grandchild}) {
      assertThat(server.as(token, "GET", "/api/v1/me", "").status()).isEqualTo(401);
    }
    assertThat(server.as(session, "GET", "/api/v1/me", "").status()).isEqualTo(200);
    assertThat(server.asHost("GET", "/api/v1/me", "").status()).isEqualTo(200);
  }

  private String made(String maker) {
    Answer made = server.as(maker, "POST", "/api/v1/tokens", "{\"name\": \"child\"}");
    assertThat(made.status()).isEqualTo(201);
    return made.body().path("token").stringValue();
  }

  @Test
  void letsATokenDeleteItselfAndWhatItMade() {
    Answer made = server.asHost("POST", "/api/v1/tokens", "{\"name\": \"child\"}");
    String id = made.body().path("id").stringValue();
    assertThat(server.asHost("DELETE", "/api/v1/tokens/" + id, "").status()).isEqualTo(204);
    String own = core.access().tokens().list(server.core.ada.id()).getFirst().id().toString();
    assertThat(server.asHost("DELETE", "/api/v1/tokens/" + own, "").status()).isEqualTo(204);
    assertThat(server.asHost("GET", "/api/v1/me", "").status()).isEqualTo(401);
  }

  @Test
  void tellsNoManageLinkToATokenThatMayOnlyRead() {
    server.addEventType("intro", "\"active\": true");
    Answer booked =
        server.post("/api/v1/bookings", booking("2026-03-03T15:00:00Z", "bob@example.com"));
    String link = booked.body().path("manageUrl").stringValue();
    String secret = link.substring(link.lastIndexOf('/') + 1);
    String id = booked.body().path("id").stringValue();
    String reader =
        server
            .asHost("POST", "/api/v1/tokens", "{\"name\": \"r\", \"scopes\": [\"read\"]}")
            .body()
            .path("token")
            .stringValue();
    for (String path : new String[] {"/bookings", "/bookings/" + id, "/export"}) {
      Answer read = server.as(reader, "GET", "/api/v1" + path, "");
      assertThat(read.response().body()).contains(id).doesNotContain(secret, "manageUrl");
      Answer written = server.asHost("GET", "/api/v1" + path, "");
      assertThat(written.response().body()).contains(secret);
    }
    JsonNode shown = server.as(reader, "GET", "/api/v1/bookings/" + id, "").body();
    assertThat(shown.has("manageUrl")).isFalse();
  }
}
