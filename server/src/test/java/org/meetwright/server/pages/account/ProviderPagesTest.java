package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.access.signin.SecondFactor;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.oidc.NodeProvider;
import org.meetwright.server.settings.OidcSettings;

@ParameterizedClass
@EachDatabase
class ProviderPagesTest {
  private static NodeProvider provider;

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private Browser browser;

  @BeforeAll
  static void startProvider() throws Exception {
    provider = NodeProvider.start();
  }

  @AfterAll
  static void stopProvider() {
    if (provider != null) {
      provider.close();
    }
  }

  @BeforeEach
  void open() {
    server =
        new ServerFixture(
            kind, new OidcSettings(provider.issuer, "meet", "secret of the test: 1+1"));
    browser = new Browser(server.server.url());
    String back = server.server.url() + "/login/provider/callback";
    ask("/test/begin?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private void ask(String path) {
    assertThat(browser.get(provider.issuer + path).statusCode()).isEqualTo(200);
  }

  private void be(String subject, String email, boolean verified) {
    ask("/test/who?sub=" + subject + "&email=" + email + "&verified=" + verified);
  }

  /// Goes to the provider and follows wherever it leads until our own page asks for something.
  private HttpResponse<String> goThere() {
    return follow(browser.get("/login/provider"));
  }

  private HttpResponse<String> follow(HttpResponse<String> first) {
    HttpResponse<String> response = first;
    while (response.statusCode() == 302 || response.statusCode() == 303) {
      URI next = response.uri().resolve(Browser.location(response));
      response = browser.get(next.toString());
    }
    return response;
  }

  private void assertSignedIn(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.uri().getPath()).isEqualTo("/account/bookings");
    assertThat(browser.get("/account/profile").body()).contains("ada Example");
  }

  private void assertUnknown(HttpResponse<String> response) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    assertThat(response.body()).contains("nobody with your verified e-mail address is a host here");
    assertThat(server.core.core.access().sessions().list(server.core.ada.id())).isEmpty();
    assertThat(server.core.core.hosts().list()).hasSize(1);
  }

  @Test
  void offersTheProviderOnThePageToSignInOn() {
    assertThat(browser.get("/login").body()).contains("href=\"/login/provider\"");
  }

  @Test
  void signsInWhoHasAHostsVerifiedAddressAndKnowsHimFromThenOn() {
    be("ada-" + kind, "ADA@example.org", true);
    assertSignedIn(goThere());

    browser.cookies.getCookieStore().removeAll();
    be("ada-" + kind, "new@example.org", false);
    assertSignedIn(goThere());
    assertThat(server.core.core.access().sessions().list(server.core.ada.id())).hasSize(2);
  }

  @Test
  @Tag("attack")
  void asksForTheCodeOfAHostWhoHasASecondFactor() {
    SecondFactor factor = server.core.core.secondFactor();
    String secret = factor.enrol(server.core.ada).orElseThrow().secret();
    Instant now = server.core.clock.instant();
    String code = AuthenticatorApp.code(secret, now);
    assertThat(factor.confirm(server.core.ada.id(), code)).isPresent();
    server.core.clock.advance(Duration.ofMinutes(1));
    be("ada-code-" + kind, "ada@example.org", true);
    HttpResponse<String> asked = goThere();
    assertThat(asked.uri().getPath()).isEqualTo("/login/code");
    assertThat(server.core.core.access().sessions().list(server.core.ada.id())).isEmpty();
    HttpResponse<String> wrong =
        browser.submit("/login/code", "/login/code", Map.of("code", "000000"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(server.core.core.linkedIdentities().list(server.core.ada.id())).isEmpty();
    String next = AuthenticatorApp.code(secret, server.core.clock.instant());
    assertSignedIn(follow(browser.submit("/login/code", "/login/code", Map.of("code", next))));
    assertThat(server.core.core.linkedIdentities().list(server.core.ada.id())).hasSize(1);
  }

  /// The form waits in the browser, whatever way he signs in.
  @Test
  void comesBackToTheFormThatTheEndOfTheSessionInterrupted() {
    be("ada-form-" + kind, "ada@example.org", true);
    assertSignedIn(goThere());
    String csrf = Browser.csrf(browser.get("/account/tokens"));
    server.core.core.access().sessions().endOthers(server.core.ada.id(), UUID.randomUUID());

    Map<String, String> form =
        Map.of("name", "Büro", "scope", "write", "expires", "2027-03-01", "csrf", csrf);
    follow(browser.postFromHere("/account/tokens", form));
    HttpResponse<String> back = goThere();

    assertThat(back.uri().getPath()).isEqualTo("/account/tokens");
    assertThat(back.body()).contains("Nothing has been changed yet", "value=\"Büro\"");
    assertThat(server.core.core.access().tokens().list(server.core.ada.id()))
        .as("only that of the fixture")
        .hasSize(1);
  }

  @Test
  void tellsWhoComesTooLateWithHisCode() {
    SecondFactor factor = server.core.core.secondFactor();
    String secret = factor.enrol(server.core.ada).orElseThrow().secret();
    String code = AuthenticatorApp.code(secret, server.core.clock.instant());
    assertThat(factor.confirm(server.core.ada.id(), code)).isPresent();
    server.core.clock.advance(Duration.ofMinutes(20));
    be("ada-late-" + kind, "ada@example.org", true);
    assertThat(goThere().uri().getPath()).isEqualTo("/login/code");
    String csrf = Browser.csrf(browser.get("/login/code"));
    server.core.clock.advance(Duration.ofMinutes(11));
    String next = AuthenticatorApp.code(secret, server.core.clock.instant());

    HttpResponse<String> late = browser.post("/login/code", Map.of("code", next, "csrf", csrf));
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("This page was open for too long");
  }

  @Test
  void signsInNobodyWhoseAddressIsNotVerifiedOrNoHosts() {
    be("eve-" + kind, "ada@example.org", false);
    assertUnknown(goThere());
    browser.cookies.getCookieStore().removeAll();
    be("bob-" + kind, "bob@example.org", true);
    assertUnknown(goThere());
  }

  @Test
  void takesNoAnswerToAQuestionOfAnotherBrowser() {
    be("ada-" + kind, "ada@example.org", true);
    String callback;
    try (Browser attacker = new Browser(server.server.url())) {
      HttpResponse<String> response = attacker.get("/login/provider");
      String location = Browser.location(response);
      while (!location.contains("/login/provider/callback")) {
        response = attacker.get(response.uri().resolve(location).toString());
        location = Browser.location(response);
      }
      callback = location;
    }
    browser.get("/login/provider");
    HttpResponse<String> response = browser.get(callback);
    assertThat(response.statusCode()).isEqualTo(502);
    assertThat(response.body()).contains("did not work");
    assertThat(server.core.core.access().sessions().list(server.core.ada.id())).isEmpty();
  }

  @Test
  void saysSoWhereTheProviderRefuses() {
    browser.get("/login/provider");
    HttpResponse<String> refused =
        browser.get("/login/provider/callback?error=access_denied&state=x");
    assertThat(refused.statusCode()).isEqualTo(502);
    HttpResponse<String> forged = browser.get("/login/provider/callback?code=x&state=x");
    assertThat(forged.statusCode()).isEqualTo(502);
  }
}
