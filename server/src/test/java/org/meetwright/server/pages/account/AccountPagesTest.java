package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

@ParameterizedClass
@EnumSource(DatabaseKind.class)
class AccountPagesTest {
  private static final String HASH = Passwords.hash("correct horse");
  private static final Map<String, String> RIGHT =
      Map.of("email", "ada@example.org", "password", "correct horse");

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private Access access;
  private UUID ada;
  private Browser browser;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    access = server.core.core.access();
    ada = server.core.ada.id();
    access.setPassword(ada, HASH, null);
    browser = new Browser(server.server.url());
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private HttpResponse<String> signIn(Map<String, String> fields) {
    return browser.submit("/login", "/login", fields);
  }

  @Test
  void signsInByPasswordAndOut() {
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
    HttpResponse<String> in = signIn(RIGHT);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(Browser.location(in)).isEqualTo("/account");
    assertThat(in.headers().allValues("Set-Cookie").getFirst())
        .startsWith("meetwright=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
        .doesNotContain("Secure");
    HttpResponse<String> account = browser.get("/account");
    assertThat(account.body()).contains("ada Example", "Firefox of the test");
    assertThat(account.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(Browser.location(browser.get("/login"))).isEqualTo("/account");
    assertThat(access.sessions().list(ada)).hasSize(1);

    assertThat(Browser.location(browser.submit("/account", "/logout", Map.of())))
        .isEqualTo("/login");
    assertThat(access.sessions().list(ada)).isEmpty();
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
  }

  @Test
  void doesNotSayWhetherAddressOrPasswordIsWrongNorWhatWasTyped() {
    HttpResponse<String> wrong =
        signIn(Map.of("email", "ada@example.org", "password", "battery staple"));
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(wrong.body())
        .contains("E-mail address or password is wrong", "ada@example.org")
        .doesNotContain("battery staple");
    HttpResponse<String> unknown =
        signIn(Map.of("email", "bob@example.org", "password", "battery staple"));
    assertThat(unknown.statusCode()).isEqualTo(401);
    assertThat(unknown.body().replace("bob@", "ada@")).isEqualTo(wrong.body());
    assertThat(signIn(Map.of("email", "<b>", "password", "p")).body()).contains("&lt;b>");
  }

  @Test
  void takesNoFormOfAnotherSite() {
    assertThat(browser.post("/login", RIGHT).statusCode()).isEqualTo(400);
    String foreign;
    try (Browser other = new Browser(server.server.url())) {
      foreign = Browser.csrf(other.get("/login"));
    }
    Map<String, String> forged =
        Map.of("email", "ada@example.org", "password", "correct horse", "csrf", foreign);
    browser.get("/login");
    assertThat(browser.post("/login", forged).statusCode()).isEqualTo(400);
    signIn(RIGHT);
    UUID session = access.sessions().list(ada).getFirst().id();
    for (String form : List.of("/logout", "/account/sessions/" + session + "/end")) {
      assertThat(browser.post(form, Map.of()).statusCode()).isEqualTo(400);
      assertThat(browser.post(form, Map.of("csrf", foreign)).statusCode()).isEqualTo(400);
    }
    assertThat(access.sessions().list(ada)).hasSize(1);
  }

  @Test
  void endsSessionsAndTokensOfTheHostAlone() {
    signIn(RIGHT);
    access.sessions().begin(ada, "Phone");
    UUID eve = server.core.addHost("eve").id();
    access.sessions().begin(eve, "Laptop");
    access.createToken(eve, "hers");
    UUID phone = access.sessions().list(ada).getLast().id();
    UUID token = access.tokens().list(ada).getFirst().id();

    browser.submit("/account", "/account/sessions/" + phone + "/end", Map.of());
    assertThat(browser.get("/account").body()).contains("That session is signed out");
    assertThat(browser.get("/account").body()).doesNotContain("That session is signed out");
    browser.submit("/account/tokens", "/account/tokens/" + token + "/end", Map.of());
    assertThat(browser.get("/account/tokens").body()).contains("The token is deleted");
    browser.submit(
        "/account",
        "/account/sessions/" + access.sessions().list(eve).getFirst().id() + "/end",
        Map.of());
    browser.submit(
        "/account/tokens",
        "/account/tokens/" + access.tokens().list(eve).getFirst().id() + "/end",
        Map.of());
    browser.submit("/account", "/account/sessions/nonsense/end", Map.of());

    assertThat(access.sessions().list(ada)).hasSize(1);
    assertThat(access.tokens().list(ada)).isEmpty();
    assertThat(access.sessions().list(eve)).hasSize(1);
    assertThat(access.tokens().list(eve)).hasSize(1);
    assertThat(browser.get("/account").body()).doesNotContain("Laptop");
    assertThat(browser.get("/account/tokens").body()).doesNotContain("hers");
  }

  @Test
  void takesNoTokenForASession() {
    URI url = server.server.url();
    var cookie = new HttpCookie("meetwright", server.token);
    cookie.setPath("/");
    browser.cookies.getCookieStore().add(url, cookie);
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
  }

  @Test
  void slowsDownFailures() {
    Map<String, String> wrong = Map.of("email", "ada@example.org", "password", "battery staple");
    for (int i = 0; i < 6; i++) {
      assertThat(signIn(wrong).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> refused = signIn(RIGHT);
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
    assertThat(refused.body()).contains("Try again in 5 seconds");
  }

  @Test
  void asksForTheCodeOfASecondFactor() {
    var factor = server.core.core.secondFactor();
    String secret = factor.enrol(server.core.ada).orElseThrow().secret();
    String first = AuthenticatorApp.code(secret, server.core.clock.instant());
    assertThat(factor.confirm(ada, first)).isPresent();
    server.core.clock.advance(Duration.ofMinutes(1));

    assertThat(signIn(RIGHT).body()).contains("A code is needed too");
    String code = AuthenticatorApp.code(secret, server.core.clock.instant());
    Map<String, String> with =
        Map.of("email", "ada@example.org", "password", "correct horse", "code", " " + code);
    assertThat(Browser.location(signIn(with))).isEqualTo("/account");
  }
}
