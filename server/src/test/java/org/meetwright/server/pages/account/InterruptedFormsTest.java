package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;

/// Forms whose session ends between showing and sending them.
@ParameterizedClass
@EachDatabase
class InterruptedFormsTest {
  private static final Map<String, String> RIGHT =
      Map.of("email", "ada@example.org", "password", SignedIn.PASSWORD);
  private static final Map<String, String> TOKEN =
      Map.of("name", "Büro & \"Tür\"", "scope", "write", "until", "2027-03-01");

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

  /// Opens a page, and sends a form of it when the session is over.
  private HttpResponse<String> interrupted(String page, String form, Map<String, String> fields) {
    Map<String, String> filled = new HashMap<>(fields);
    filled.put("csrf", Browser.csrf(in.get(page)));
    in.access.sessions().list(in.ada).forEach(it -> in.access.sessions().end(in.ada, it.id()));
    return in.follow(in.browser.post(form, filled));
  }

  private HttpResponse<String> signIn() {
    return in.submit("/login", "/login", RIGHT);
  }

  @Test
  void saySoKeepWhatWasTypedAndComeBackAfterSigningIn() {
    HttpResponse<String> ended = interrupted("/account/tokens", "/account/tokens", TOKEN);
    assertThat(ended.uri().getPath()).isEqualTo("/login");
    assertThat(ended.body()).contains("Your session has ended");

    HttpResponse<String> back = signIn();
    assertThat(back.uri().getPath()).isEqualTo("/account/tokens");
    assertThat(back.body())
        .contains("You are signed in again. Nothing has been changed yet")
        .contains("value=\"Büro &amp; &#34;Tür&#34;\"", "value=\"2027-03-01\"")
        .containsPattern("value=\"write\"[^>]* checked");
    assertThat(in.access.tokens().list(in.ada)).as("only that of the fixture").hasSize(1);
    assertThat(in.get("/account/tokens").body())
        .as("told once")
        .doesNotContain("You are signed in again", "Büro");
  }

  @Test
  void comeBackOverThePageThatAsksForACode() {
    String secret = in.core.secondFactor().enrol(in.server.core.ada).orElseThrow().secret();
    String first = AuthenticatorApp.code(secret, in.server.core.clock.instant());
    assertThat(in.core.secondFactor().confirm(in.ada, first)).isPresent();
    in.server.core.clock.advance(Duration.ofMinutes(1));
    interrupted("/account/appearance", "/account/color", Map.of("color", "#123456"));
    assertThat(signIn().uri().getPath()).isEqualTo("/login/code");
    String code = AuthenticatorApp.code(secret, in.server.core.clock.instant());
    HttpResponse<String> back = in.submit("/login/code", "/login/code", Map.of("code", code));
    assertThat(back.uri().getPath()).isEqualTo("/account/appearance");
    assertThat(back.body()).contains("#123456");
    assertThat(in.core.brandings().of(in.ada).color()).isNull();
  }

  @Test
  void comeBackWhereTheSessionWasReplacedInTheMeantime() {
    String old = Browser.csrf(in.get("/account/tokens"));
    in.submit("/account/profile", "/logout", Map.of());
    signIn();
    Map<String, String> stale = new HashMap<>(TOKEN);
    stale.put("csrf", old);
    assertThat(in.browser.post("/account/tokens", stale).statusCode())
        .as("it may be another site's")
        .isEqualTo(400);
    HttpResponse<String> back = in.follow(in.browser.postFromHere("/account/tokens", stale));
    assertThat(back.uri().getPath()).isEqualTo("/account/tokens");
    assertThat(back.body()).contains("Nothing has been changed yet", "Büro");
    assertThat(in.access.tokens().list(in.ada)).hasSize(1);
  }

  @Test
  @Tag("attack")
  void keepNoSecret() {
    HttpResponse<String> ended =
        interrupted(
            "/account/security",
            "/account/password",
            Map.of(
                "current", SignedIn.PASSWORD, "new", "battery staple", "again", "battery staple"));
    assertThat(ended.body()).contains("Your session has ended");
    assertThat(in.browser.cookies.getCookieStore().getCookies())
        .filteredOn(cookie -> cookie.getName().equals("meetwright-interrupted"))
        .singleElement()
        .satisfies(cookie -> assertThat(cookie.getValue()).isEqualTo("security."));
    HttpResponse<String> back = signIn();
    assertThat(back.uri().getPath()).isEqualTo("/account/security");
    assertThat(back.body()).contains("Nothing has been changed yet").doesNotContain("battery");
  }

  @Test
  @Tag("attack")
  void areNotFilledInByAnotherSite() {
    in.submit("/account/profile", "/logout", Map.of());
    HttpResponse<String> login = in.follow(in.browser.post("/account/tokens", TOKEN));
    assertThat(login.body()).doesNotContain("Your session has ended");
    assertThat(signIn().uri().getPath()).isEqualTo("/account/bookings");
    // Nor by whoever could set the cookie.
    for (String cookie : new String[] {"tokens.%%%", "nowhere.AAAA", "tokens.", "..", "tokens"}) {
      in.browser.keep("meetwright-interrupted", cookie);
      assertThat(in.get("/account/tokens").statusCode()).as(cookie).isEqualTo(200);
    }
  }

  @Test
  void leadToThePageThatWasOpenedWithoutASession() {
    in.submit("/account/profile", "/logout", Map.of());
    assertThat(in.follow(in.get("/account/teams")).uri().getPath()).isEqualTo("/login");
    HttpResponse<String> back = signIn();
    assertThat(back.uri().getPath()).isEqualTo("/account/teams");
    assertThat(back.body()).doesNotContain("You are signed in again");
  }

  @Test
  void keepTheAddressOfASignInFormThatWasOpenForTooLong() {
    in.submit("/account/profile", "/logout", Map.of());
    HttpResponse<String> stale =
        in.browser.post("/login", Map.of("email", "ada@example.org", "csrf", "AAAA"));
    assertThat(stale.statusCode()).isEqualTo(400);
    assertThat(stale.body())
        .contains("This page was open for too long", "value=\"ada@example.org\"");
  }
}
