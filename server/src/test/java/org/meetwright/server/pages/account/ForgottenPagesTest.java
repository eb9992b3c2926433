package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.AuthenticatorApp;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.mail.MailFiles;
import org.meetwright.server.mail.MailFiles.Mail;

@Tag("attack")
@ParameterizedClass
@EachDatabase
class ForgottenPagesTest {
  private static final String ADA = "ada@example.org";
  private static final String CHOSEN = "battery staple";
  private static final String LINK = "/login/password/";

  @Parameter DatabaseKind kind;
  private SignedIn in;
  private Browser browser;
  private MailFiles mails;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    browser = new Browser(in.server.server.url());
    mails = new MailFiles(in.server.core.database.home());
  }

  @AfterEach
  void close() {
    browser.close();
    in.close();
  }

  private HttpResponse<String> forgotten(String email) {
    return browser.submit("/login/forgotten", "/login/forgotten", Map.of("email", email));
  }

  private String mailedLink() throws Exception {
    assertThat(forgotten(ADA).statusCode()).isEqualTo(200);
    return mails.await(ADA, 1).getLast().link(LINK);
  }

  private HttpResponse<String> choose(String link, String chosen, String again) {
    return browser.post(link, Map.of("new", chosen, "again", again));
  }

  private int signIn(String password) {
    return in.server.post("/api/v1/sessions", ServerFixture.credentials(password, "")).status();
  }

  @Test
  void letsInWhoReadsTheHostsMailAndAsksForAnotherPassword() throws Exception {
    assertThat(browser.get("/login").body()).contains("href=\"/login/forgotten\"");
    String link = mailedLink();
    Mail mail = mails.to(ADA).getFirst();
    assertThat(mail.subject()).isEqualTo("Choose a new password");
    assertThat(mail.text()).contains("If it was not you, do nothing");
    HttpResponse<String> page = browser.get(link);
    assertThat(page.body()).contains("For ada@example.org", "name=\"new\"");
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(signIn(SignedIn.PASSWORD)).as("looking changes nothing").isEqualTo(201);

    assertThat(choose(link, CHOSEN, "battery stable").body()).contains("id=\"again-error\"");
    assertThat(choose(link, "password", "password").body())
        .contains("id=\"new-error\">That is among the first");
    HttpResponse<String> done = choose(link, CHOSEN, CHOSEN);
    assertThat(Browser.location(done)).isEqualTo("/account/bookings");
    assertThat(browser.get("/account/profile").body())
        .contains("Your password is changed", "ada Example");

    assertThat(in.access.sessions().list(in.ada)).as("all others are over").hasSize(1);
    assertThat(Browser.location(in.get("/account"))).isEqualTo("/login");
    assertThat(signIn(SignedIn.PASSWORD)).isEqualTo(401);
    assertThat(signIn(CHOSEN)).isEqualTo(201);
    assertThat(mails.await(ADA, 2).getLast().subject()).isEqualTo("Your password was changed");
    assertThat(choose(link, "another one", "another one").statusCode()).isEqualTo(410);
    assertThat(browser.get(link).body()).contains("This link does not work any more");
    assertThat(in.server.core.dump()).doesNotContain(link.substring(LINK.length()));
  }

  @Test
  void answersAlikeWhetherTheAddressIsAHostsOrNot() throws Exception {
    HttpResponse<String> known = forgotten(ADA);
    HttpResponse<String> unknown = forgotten("bob@example.org");
    assertThat(unknown.statusCode()).isEqualTo(known.statusCode());
    assertThat(unknown.body().replace("bob@", "ada@")).isEqualTo(known.body());
    mails.await(ADA, 1);
    in.server.core.addHost("last");
    forgotten("last@example.org");
    mails.await("last@example.org", 1);
    assertThat(mails.to("bob@example.org")).isEmpty();
    HttpResponse<String> wrong = forgotten("<b>");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body()).contains("id=\"email-error\"", "&lt;b>");
  }

  @Test
  void givesNoPasswordToWhoHasNone() throws Exception {
    Host eve = in.server.core.addHost("eve");
    forgotten("eve@example.org");
    Mail mail = mails.await("eve@example.org", 1).getFirst();
    assertThat(mail.subject()).isEqualTo("Your account has no password");
    assertThat(mail.text()).doesNotContain(LINK);
    assertThat(in.core.hosts().find(eve.id()).orElseThrow().passwordHash()).isNull();
  }

  @Test
  void asksForTheSecondFactorAllTheSame() throws Exception {
    String secret = in.core.secondFactor().enrol(in.server.core.ada).orElseThrow().secret();
    String first = AuthenticatorApp.code(secret, in.server.core.clock.instant());
    assertThat(in.core.secondFactor().confirm(in.ada, first)).isPresent();
    in.server.core.clock.advance(Duration.ofMinutes(1));
    HttpResponse<String> done = choose(mailedLink(), CHOSEN, CHOSEN);
    assertThat(Browser.location(done)).isEqualTo("/login/code");
    assertThat(in.access.sessions().list(in.ada)).isEmpty();
    assertThat(Browser.location(browser.get("/account"))).isEqualTo("/login");
    String code = AuthenticatorApp.code(secret, in.server.core.clock.instant());
    HttpResponse<String> entered =
        browser.submit("/login/code", "/login/code", Map.of("code", code));
    assertThat(Browser.location(entered)).isEqualTo("/account/bookings");
  }

  @Test
  void isOfferedToWhoHasToWaitBecauseOthersFail() throws Exception {
    for (int i = 0; i < 730; i++) {
      in.core.brake().begin(in.server.core.ada.email(), Origin.at("198.51." + i % 40 + ".7"));
    }
    for (int i = 0; i < 20; i++) {
      in.core.brake().begin(in.server.core.ada.email(), Origin.at("127.0.0.1"));
    }
    HttpResponse<String> refused =
        browser.submit("/login", "/login", Map.of("email", ADA, "password", SignedIn.PASSWORD));
    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body())
        .contains("Mail me a link", "<input type=\"hidden\" name=\"email\" value=\"" + ADA + "\">");
    HttpResponse<String> asked =
        browser.post("/login/forgotten", Map.of("email", ADA, "csrf", Browser.csrf(refused)));
    assertThat(asked.statusCode()).isEqualTo(200);
    String link = mails.await(ADA, 1).getFirst().link(LINK);
    assertThat(Browser.location(choose(link, CHOSEN, CHOSEN))).isEqualTo("/account/bookings");
    // His browser is known from now on.
    browser.submit("/account/profile", "/logout", Map.of());
    assertThat(
            Browser.location(
                browser.submit("/login", "/login", Map.of("email", ADA, "password", CHOSEN))))
        .isEqualTo("/account/bookings");
  }

  @Test
  void takesNoRequestOfAnotherSite() throws Exception {
    assertThat(browser.post("/login/forgotten", Map.of("email", ADA)).statusCode()).isEqualTo(400);
    assertThat(mails.to(ADA)).isEmpty();
  }
}
