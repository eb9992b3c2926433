package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.mail.MailFiles;
import tools.jackson.databind.JsonNode;

/// Someone who is invited becomes a host.
@ParameterizedClass
@EachDatabase
class JoinPagesTest {
  private static final String PASSWORD = "correct horse battery";

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private Browser browser;
  private String admin;

  @BeforeEach
  void open() {
    server = new ServerFixture(kind);
    browser = new Browser(server.server.url());
    Host boss =
        server
            .core
            .core
            .hosts()
            .add(
                new NewHost(
                    new Handle("boss"),
                    "Boss",
                    new EmailAddress("boss@example.org"),
                    server.core.ada.timeZone(),
                    Locale.GERMANY,
                    null,
                    Role.ADMIN));
    admin = TestTokens.create(server.core.core.access(), boss.id(), "test");
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private Answer invite(String token, String body) {
    return server.as(token, "POST", "/api/v1/invitations", body);
  }

  private static Map<String, String> form(String handle) {
    Map<String, String> form = new HashMap<>();
    form.put("name", "Grace Hopper");
    form.put("handle", handle);
    form.put("timeZone", "America/New_York");
    form.put("password", PASSWORD);
    return form;
  }

  /// Invites, and returns the address of the link in the mail.
  private String link(String body) {
    assertThat(invite(admin, body).status()).isEqualTo(201);
    var invitation =
        server
            .core
            .core
            .hostInvitations()
            .find(new EmailAddress("grace@example.org"))
            .orElseThrow();
    return "/login/join/" + server.core.core.hostInvitations().token(invitation);
  }

  @Test
  void isForAdminsAlone() {
    Answer refused = invite(server.token, "{\"email\": \"grace@example.org\"}");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.body().path("code").asString()).isEqualTo("forbidden");

    Answer made =
        invite(
            admin,
            "{\"email\": \"grace@example.org\", \"handle\": \"grace\", \"timeZone\":"
                + " \"Europe/Rome\", \"locale\": \"fr\"}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.body().path("expiresAt").asString()).isEqualTo("2026-03-09T12:00:00Z");
    assertThat(made.body().toString()).doesNotContain("join", "token");
    assertThat(invite(admin, "{\"email\": \"ada@example.org\"}").status()).isEqualTo(400);
    assertThat(invite(admin, "{\"email\": \"grace\"}").body().toString()).contains("grace");
    assertThat(
            invite(admin, "{\"email\": \"grace@example.org\", \"handle\": \"ada\"}")
                .body()
                .toString())
        .contains("handle", "is taken");
  }

  @Test
  void endsWithTheRightsOfTheAdminWhoInvited() {
    String body = "{\"email\": \"grace@example.org\"}";
    Map<String, Integer> ends =
        Map.of(
            "UPDATE host SET role = 'HOST' WHERE handle = 'boss'",
            403,
            "UPDATE host SET active = FALSE WHERE handle = 'boss'",
            401);
    for (String end : ends.keySet()) {
      String link = link(body);
      assertThat(browser.get(link).statusCode()).isEqualTo(200);
      server.core.sql(end);
      assertThat(browser.get(link).statusCode()).as(end).isEqualTo(410);
      assertThat(invite(admin, body).status()).as(end).isEqualTo(ends.get(end));
      server.core.sql("UPDATE host SET role = 'ADMIN', active = TRUE WHERE handle = 'boss'");
      assertThat(browser.get(link).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void endsWithTheTokenThatItWasMadeWith() {
    String link = link("{\"email\": \"grace@example.org\"}");
    JsonNode tokens = server.as(admin, "GET", "/api/v1/tokens", "").body().path("tokens");
    String id = tokens.path(0).path("id").asString();
    server.core.sql(
        "UPDATE api_token SET expires_at = '2026-03-02 12:00:00+00' WHERE id = '" + id + "'");
    assertThat(browser.get(link).statusCode()).isEqualTo(410);
    server.core.sql("UPDATE api_token SET expires_at = NULL WHERE id = '" + id + "'");
    assertThat(browser.get(link).statusCode()).isEqualTo(200);
    server.core.sql("DELETE FROM api_token WHERE id = '" + id + "'");
    assertThat(browser.get(link).statusCode()).isEqualTo(410);
  }

  @Test
  void leadsFromTheMailToTheAccount() throws Exception {
    String link = link("{\"email\": \"grace@example.org\", \"locale\": \"en\"}");
    MailFiles mails = new MailFiles(server.core.database.home());
    assertThat(mails.awaitLink("grace@example.org", "/login/join/")).isEqualTo(link);
    assertThat(mails.to("grace@example.org").getFirst().subject())
        .isEqualTo("Your page for meetings");

    HttpResponse<String> page = browser.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .contains("grace@example.org", "id=\"handle\"", "value=\"grace\"")
        .contains("data-guessed-zone=\"yes\"");
    assertThat(browser.get(link + "?zone=Europe/Rome").body())
        .contains("<option value=\"Europe/Rome\" selected", "data-guessed-zone=\"no\"");
    assertThat(server.core.core.hosts().find("grace")).as("looking changes nothing").isEmpty();

    HttpResponse<String> joined = browser.post(link, form("grace"));
    assertThat(joined.statusCode()).isEqualTo(303);
    HttpResponse<String> account = browser.get(Browser.location(joined));
    while (account.statusCode() == 303) {
      account = browser.get(Browser.location(account));
    }
    assertThat(account.statusCode()).isEqualTo(200);
    assertThat(account.body()).contains("Welcome! Your page is set up.");
    Host grace = server.core.core.hosts().find("grace").orElseThrow();
    assertThat(grace.name()).isEqualTo("Grace Hopper");
    assertThat(grace.timeZone().getId()).isEqualTo("America/New_York");
    assertThat(browser.get("/grace").statusCode()).isEqualTo(200);
    assertThat(
            server
                .post(
                    "/api/v1/sessions",
                    "{\"email\": \"grace@example.org\", \"password\": \"" + PASSWORD + "\"}")
                .status())
        .isEqualTo(201);

    assertThat(browser.get(link).statusCode()).isEqualTo(410);
    HttpResponse<String> again = browser.post(link, form("hopper"));
    assertThat(again.statusCode()).isEqualTo(410);
    assertThat(again.body()).contains("no longer good");
  }

  @Test
  void losesNothingButThePasswordIfSomethingIsWrong() {
    String link =
        link(
            "{\"email\": \"grace@example.org\", \"name\": \"Amazing Grace\", \"timeZone\":"
                + " \"Europe/Rome\"}");
    assertThat(browser.get(link).body())
        .contains("value=\"Amazing Grace\"", "<option value=\"Europe/Rome\" selected")
        .contains("data-guessed-zone=\"no\"");

    HttpResponse<String> taken = browser.post(link, form("ada"));
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body())
        .contains("“ada” is taken", "value=\"Grace Hopper\"", "value=\"ada\"")
        .contains("<option value=\"America/New_York\" selected")
        .doesNotContain(PASSWORD);
    for (String handle : new String[] {"", "a", "login", "grace hopper", "<b>"}) {
      HttpResponse<String> unfit = browser.post(link, form(handle));
      assertThat(unfit.statusCode()).as(handle).isEqualTo(400);
      assertThat(unfit.body()).contains("value=\"Grace Hopper\"").doesNotContain("<b>");
    }
    Map<String, String> weak = form("grace");
    weak.put("password", "password");
    assertThat(browser.post(link, weak).body()).contains("first passwords a guesser tries");
    assertThat(browser.post(link, Map.of()).statusCode()).isEqualTo(400);

    assertThat(browser.post(link, form("GRACE")).statusCode()).isEqualTo(303);
    assertThat(server.core.core.hosts().find("grace")).isPresent();
  }

  @Test
  void speaksTheLanguageOfTheBrowser() {
    String link = link("{\"email\": \"grace@example.org\"}");
    assertThat(browser.get(link + "?lang=de").body()).contains("Ihre Seite einrichten");

    browser.post(link + "?lang=de", form("grace"));

    assertThat(server.core.core.hosts().find("grace").orElseThrow().locale().getLanguage())
        .isEqualTo("de");
  }
}
