package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.ServerFixture;

@ParameterizedClass
@EachDatabase
class SecurityPagesTest {
  private static final String PAGE = "/account/security";
  private static final String CHOSEN = "battery staple";

  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
  }

  @AfterEach
  void close() {
    in.close();
  }

  private HttpResponse<String> change(String current, String chosen, String again) {
    return in.submit(
        PAGE, "/account/password", Map.of("current", current, "new", chosen, "again", again));
  }

  private int signIn(String password) {
    return in.server.post("/api/v1/sessions", ServerFixture.credentials(password, "")).status();
  }

  @Test
  void changesThePasswordAndEndsAllOtherSessions() {
    in.access.sessions().begin(in.ada, "Phone");
    HttpResponse<String> changed = change(SignedIn.PASSWORD, CHOSEN, CHOSEN);
    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(changed.uri().getPath()).isEqualTo(PAGE);
    assertThat(changed.body()).contains("Your password is changed").doesNotContain(CHOSEN);
    assertThat(in.access.sessions().list(in.ada)).hasSize(1);
    assertThat(signIn(SignedIn.PASSWORD)).isEqualTo(401);
    assertThat(signIn(CHOSEN)).isEqualTo(201);
  }

  @Test
  void endsAllOtherSessionsAndNoneOfAnotherHost() {
    in.access.sessions().begin(in.ada, "Phone");
    in.access.sessions().begin(in.ada, "Tablet");
    UUID bob = in.server.core.addHost("bob").id();
    in.access.sessions().begin(bob, "Phone");

    HttpResponse<String> ended = in.submit(PAGE, "/account/sessions/end", Map.of());

    assertThat(ended.statusCode()).isEqualTo(200);
    assertThat(ended.body()).doesNotContain("Phone", "Tablet");
    assertThat(in.access.sessions().list(in.ada)).hasSize(1);
    assertThat(in.access.sessions().list(bob)).hasSize(1);
  }

  @Test
  void saysBesideTheFieldWhatIsWrongAndRepeatsNoPassword() {
    HttpResponse<String> wrong = change("wrong horse", CHOSEN, CHOSEN);
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .containsPattern("id=\"current-error\">That is not your password")
        .doesNotContain("wrong horse", CHOSEN);
    assertThat(change(SignedIn.PASSWORD, "short", "short").body())
        .contains("id=\"new-error\">Choose 8 to 200 characters");
    assertThat(change(SignedIn.PASSWORD, "x".repeat(201), "x".repeat(201)).body())
        .contains("id=\"new-error\"");
    HttpResponse<String> other = change(SignedIn.PASSWORD, CHOSEN, "battery stable");
    assertThat(other.body())
        .contains("id=\"again-error\">This is not the same")
        .doesNotContain("battery");
    assertThat(signIn(SignedIn.PASSWORD)).isEqualTo(201);
  }

  @Test
  void slowsDownWhoGuessesThePasswordOfASessionThatHeHasGotHoldOf() {
    for (int i = 0; i < 6; i++) {
      assertThat(change("wrong horse", CHOSEN, CHOSEN).statusCode()).isEqualTo(400);
    }
    HttpResponse<String> refused = change(SignedIn.PASSWORD, CHOSEN, CHOSEN);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body()).contains("id=\"current-error\">Too many tries have failed");
    // It is the brake of the page to sign in on.
    assertThat(signIn(SignedIn.PASSWORD)).isEqualTo(429);
    in.server.core.clock.advance(Duration.ofSeconds(5));
    assertThat(change(SignedIn.PASSWORD, CHOSEN, CHOSEN).body()).contains("is changed");
  }

  @Test
  void offersNoChangeToWhoHasNoPassword() {
    Host eve = in.server.core.addHost("eve");
    try (Browser browser = in.browserOf(eve.id())) {
      assertThat(browser.get(PAGE).body())
          .contains("You have none")
          .doesNotContain("name=\"current\"");
      HttpResponse<String> refused =
          browser.submit(
              PAGE, "/account/password", Map.of("current", "", "new", CHOSEN, "again", CHOSEN));
      assertThat(refused.statusCode()).isEqualTo(400);
    }
    assertThat(in.core.hosts().find(eve.id()).orElseThrow().passwordHash()).isNull();
  }

  @Test
  void removesTheLinkToAProvider() {
    assertThat(in.get(PAGE).body()).doesNotContain("Your organisation");
    Host eve = in.server.core.addHost("eve");
    in.core.linkedIdentities().find(new Identity("https://id", "1", in.server.core.ada.email()));
    in.core.linkedIdentities().find(new Identity("https://id", "2", eve.email()));
    assertThat(in.get(PAGE).body()).contains("https://id", "Linked 2 Mar 2026");
    in.submit(PAGE, "/account/identities/end", Map.of("issuer", "https://id", "subject", "2"));
    assertThat(in.core.linkedIdentities().list(eve.id())).hasSize(1);
    HttpResponse<String> after =
        in.submit(PAGE, "/account/identities/end", Map.of("issuer", "https://id", "subject", "1"));
    assertThat(after.body()).contains("The link is removed").doesNotContain("https://id");
    assertThat(in.core.linkedIdentities().list(in.ada)).isEmpty();
  }
}
