package org.meetwright.server.api.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.ServerFixture.credentials;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;

/// Many requests at once that would each make the server hash passwords.
@Tag("attack")
class HashingAttackTest {
  private static final String PASSWORD = "correct horse";
  private static final String CHANGE =
      "{\"current\": \"wrong horse\", \"new\": \"another battery staple\"}";

  private ServerFixture server;

  @BeforeEach
  void open() {
    server = new ServerFixture(DatabaseKind.H2);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void hashesForNoMoreThanSixOfThreeHundredRequestsOfOneSession() throws Exception {
    String session = server.signIn(PASSWORD);
    Host eve = server.core.addHost("eve");
    server.core.core.passwordChanges().change(eve.id(), Passwords.hash(PASSWORD), null);
    List<Future<Answer>> sent = new ArrayList<>();
    try (ExecutorService many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 300; i++) {
        sent.add(many.submit(() -> server.as(session, "POST", "/api/v1/me/password", CHANGE)));
      }
      String eves = credentials(PASSWORD, "").replace("ada@", "eve@");
      assertThat(server.post("/api/v1/sessions", eves).status()).isEqualTo(201);
    }
    List<Integer> statuses = new ArrayList<>();
    for (Future<Answer> answer : sent) {
      statuses.add(answer.get().status());
    }
    assertThat(statuses).filteredOn(status -> status == 400).hasSize(6);
    // He has to wait, or too many wait with him.
    assertThat(statuses).filteredOn(status -> status == 429 || status == 503).hasSize(294);
  }

  @Test
  void looksAtNoPasswordOfARequestThatIsSlowedDown() {
    String session = server.signIn(PASSWORD);
    Brake brake = server.core.core.brake();
    for (int i = 0; i < 6; i++) {
      brake.begin(server.core.ada.email(), Origin.at("127.0.0.1"));
    }
    String right = "{\"current\": \"correct horse\", \"new\": \"password1\"}";
    assertThat(server.as(session, "POST", "/api/v1/me/password", right).status()).isEqualTo(429);
    assertThat(server.post("/api/v1/sessions", credentials(PASSWORD, "")).status()).isEqualTo(429);
  }
}
