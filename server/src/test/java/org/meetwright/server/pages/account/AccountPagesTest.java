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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.Access;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;

@ParameterizedClass
@EachDatabase
class AccountPagesTest {
  private static final String HOME = "/account/bookings";

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
    server.core.core.passwordChanges().change(ada, HASH, null);
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
  void loadsStylesOfItsOwnThatInviteesDoNot() {
    assertThat(browser.get("/login").body()).contains("/assets/pages.css", "/assets/account.css");
    assertThat(browser.get("/ada").body())
        .contains("/assets/pages.css")
        .doesNotContain("account.css");
  }

  @Test
  void signsInByPasswordAndOut() {
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
    HttpResponse<String> in = signIn(RIGHT);
    assertThat(in.statusCode()).isEqualTo(303);
    assertThat(Browser.location(in)).isEqualTo(HOME);
    assertThat(in.headers().allValues("Set-Cookie").getFirst())
        .startsWith("meetwright=")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
        .doesNotContain("Secure");
    HttpResponse<String> account = browser.get("/account/profile");
    assertThat(account.body()).contains("ada Example", "ada@example.org");
    assertThat(account.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(browser.get("/account/security").body()).contains("<strong dir=\"auto\">Firefox<");
    assertThat(Browser.location(browser.get("/login"))).isEqualTo(HOME);
    assertThat(Browser.location(browser.get("/account"))).isEqualTo(HOME);
    assertThat(access.sessions().list(ada)).hasSize(1);

    assertThat(Browser.location(browser.submit("/account/profile", "/logout", Map.of())))
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
    TestTokens.create(access, eve, "hers");
    UUID phone = access.sessions().list(ada).getLast().id();
    UUID token = access.tokens().list(ada).getFirst().id();

    String security = "/account/security";
    browser.submit(security, "/account/sessions/" + phone + "/end", Map.of());
    assertThat(browser.get(security).body()).contains("That session is signed out");
    assertThat(browser.get(security).body()).doesNotContain("That session is signed out");
    browser.submit("/account/tokens", "/account/tokens/" + token + "/end", Map.of());
    assertThat(browser.get("/account/tokens").body()).contains("The token is deleted");
    browser.submit(
        "/account/profile",
        "/account/sessions/" + access.sessions().list(eve).getFirst().id() + "/end",
        Map.of());
    browser.submit(
        "/account/tokens",
        "/account/tokens/" + access.tokens().list(eve).getFirst().id() + "/end",
        Map.of());
    browser.submit("/account/profile", "/account/sessions/nonsense/end", Map.of());

    assertThat(access.sessions().list(ada)).hasSize(1);
    assertThat(access.tokens().list(ada)).isEmpty();
    assertThat(access.sessions().list(eve)).hasSize(1);
    assertThat(access.tokens().list(eve)).hasSize(1);
    assertThat(browser.get(security).body()).doesNotContain("Laptop");
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
    String secret = turnOnTheSecondFactor();
    assertThat(browser.get("/login").body()).doesNotContain("name=\"code\"");
    assertThat(Browser.location(browser.get("/login/code"))).isEqualTo("/login");
    Map<String, String> wrong = Map.of("email", "ada@example.org", "password", "battery staple");
    assertThat(signIn(wrong).statusCode()).isEqualTo(401);
    assertThat(Browser.location(browser.get("/login/code"))).isEqualTo("/login");

    assertThat(Browser.location(signIn(RIGHT))).isEqualTo("/login/code");
    assertThat(access.sessions().list(ada)).isEmpty();
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
    assertThat(enterCode("000000").statusCode()).isEqualTo(401);
    assertThat(access.sessions().list(ada)).isEmpty();
    String code = AuthenticatorApp.code(secret, server.core.clock.instant());
    assertThat(Browser.location(enterCode(" " + code))).isEqualTo(HOME);
    assertThat(access.sessions().list(ada)).hasSize(1);
  }

  private HttpResponse<String> enterCode(String code) {
    return browser.submit("/login/code", "/login/code", Map.of("code", code));
  }

  @Test
  @Tag("attack")
  void letsNobodyGuessTheCodeOfWhomHeKnowsThePasswordOf() {
    turnOnTheSecondFactor();
    signIn(RIGHT);
    for (int i = 0; i < 6; i++) {
      assertThat(enterCode("00000" + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> refused = enterCode("000007");
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.headers().firstValue("Retry-After")).contains("5");
  }

  @Test
  @Tag("attack")
  void takesNoCodeOfAnotherBrowserAfterTenMinutesOrAnotherPassword() {
    String secret = turnOnTheSecondFactor();
    signIn(RIGHT);
    try (Browser other = new Browser(server.server.url())) {
      other.get("/login");
      assertThat(Browser.location(other.get("/login/code"))).isEqualTo("/login");
    }
    server.core.core.passwordChanges().change(ada, Passwords.hash("battery staple"), null);
    assertThat(Browser.location(browser.get("/login/code"))).isEqualTo("/login");
    server.core.core.passwordChanges().change(ada, HASH, null);

    signIn(RIGHT);
    String form = Browser.csrf(browser.get("/login/code"));
    server.core.clock.advance(Duration.ofMinutes(10));
    String code = AuthenticatorApp.code(secret, server.core.clock.instant());
    HttpResponse<String> late = browser.post("/login/code", Map.of("code", code, "csrf", form));
    assertThat(late.statusCode()).isEqualTo(401);
    assertThat(late.body()).contains("This page was open for too long", "name=\"password\"");
    assertThat(access.sessions().list(ada)).isEmpty();
  }

  private String turnOnTheSecondFactor() {
    var factor = server.core.core.secondFactor();
    String secret = factor.enrol(server.core.ada).orElseThrow().secret();
    String first = AuthenticatorApp.code(secret, server.core.clock.instant());
    assertThat(factor.confirm(ada, first)).isPresent();
    server.core.clock.advance(Duration.ofMinutes(1));
    return secret;
  }

  @Test
  @Tag("attack")
  void knowsTheBrowserOfTheHostWhileOthersFailOnPurpose() {
    HttpResponse<String> in = signIn(RIGHT);
    assertThat(in.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("meetwright-device="))
        .singleElement()
        .satisfies(cookie -> assertThat(cookie).contains("HttpOnly", "Max-Age=31536000"));
    browser.submit("/account/profile", "/logout", Map.of());
    // The host's own address, and all others, have failed for a day.
    for (int i = 0; i < 200; i++) {
      server.core.core.brake().begin(server.core.ada.email(), Origin.at("127.0.0.1"));
    }
    try (Browser other = new Browser(server.server.url())) {
      assertThat(other.submit("/login", "/login", RIGHT).statusCode()).isEqualTo(429);
    }
    assertThat(Browser.location(signIn(RIGHT))).isEqualTo(HOME);
  }
}
