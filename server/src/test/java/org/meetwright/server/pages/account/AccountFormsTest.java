package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.TestTokens;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.branding.Logo;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.server.Contents;
import org.meetwright.server.contract.Routes;

/// What holds for each page and each form of an account, also for those that are added.
@ParameterizedClass
@EachDatabase
class AccountFormsTest {
  @Parameter DatabaseKind kind;
  private SignedIn in;

  @BeforeEach
  void open() {
    in = new SignedIn(kind);
    in.core.secondFactor().enrol(in.server.core.ada);
    in.core
        .linkedIdentities()
        .find(new Identity("https://id", "zebra", in.server.core.ada.email()));
    in.core.brandings().setColor(in.ada, "#abcdef");
    in.core.brandings().setLogo(in.ada, Logo.of(AppearancePagesTest.PNG));
    TestTokens.create(in.access, in.ada, "zebra");
    in.server.core.addEventType(type -> type.slug("zebra"));
    in.server.core.addTeam("zebra", in.server.core.ada);
  }

  @AfterEach
  void close() {
    in.close();
  }

  private List<String> routes(String method) {
    List<String> found =
        Routes.withPages(in.server).stream()
            .filter(route -> route.startsWith(method + " /account"))
            .map(route -> route.substring(method.length() + 1))
            .map(path -> path.replace("{id}", in.access.tokens().list(in.ada).getLast().id() + ""))
            .map(path -> path.replace("{kind}", "google"))
            .toList();
    assertThat(found).hasSizeGreaterThan(5);
    return found;
  }

  private Map<String, List<String>> contents() {
    return new TreeMap<>(
        Contents.of(in.server.core.database, in.server.core.clock.instant()).tables());
  }

  @Test
  void noFormIsTakenWithoutWhatShowsThatItIsOurs() {
    in.get("/account/profile");
    Map<String, List<String>> before = contents();
    for (String form : routes("POST")) {
      // Only that of the logo comes with a file, and no other does.
      boolean file = form.equals("/account/logo");
      assertThat(in.browser.post(form, Map.of("code", "1")).statusCode())
          .as(form)
          .isEqualTo(file ? 415 : 400);
      assertThat(in.browser.post(form, Map.of("csrf", "AAAA")).statusCode())
          .as(form)
          .isEqualTo(file ? 415 : 400);
      assertThat(in.browser.postFile(form, "AAAA", "logo", new byte[9]).statusCode())
          .as(form)
          .isEqualTo(file ? 400 : 415);
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void nobodyGetsInWhoIsNotSignedIn() {
    Map<String, List<String>> before = contents();
    try (Browser stranger = new Browser(in.server.server.url())) {
      for (String page : routes("GET")) {
        assertThat(Browser.location(stranger.get(page))).as(page).isEqualTo("/login");
      }
      for (String form : routes("POST")) {
        assertThat(Browser.location(stranger.post(form, Map.of()))).as(form).isEqualTo("/login");
      }
    }
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void everyPageIsKeptNowhereAndShowsNothingOfAnotherHost() {
    Host eve = in.server.core.addHost("eve");
    in.core.secondFactor().enrol(eve);
    String secret = in.core.secondFactor().begun(in.server.core.ada).orElseThrow().secret();
    try (Browser other = in.browserOf(eve.id())) {
      for (String page : routes("GET")) {
        if (page.equals("/account")) {
          // It only leads on.
          continue;
        }
        HttpResponse<String> shown = other.get(page);
        if (page.equals("/account/calendars/consent")) {
          // Nobody comes back with a consent that was not asked for.
          assertThat(shown.statusCode()).as(page).isEqualTo(400);
        } else if (page.contains("-") || page.endsWith("/google")) {
          assertThat(shown.statusCode()).as(page).isIn(200, 404);
        } else {
          assertThat(shown.statusCode()).as(page).isEqualTo(200);
        }
        if (shown.statusCode() == 404) {
          continue;
        }
        assertThat(shown.headers().firstValue("Cache-Control")).as(page).contains("no-store");
        assertThat(shown.headers().firstValue("Content-Security-Policy").orElse(""))
            .as(page)
            .startsWith("default-src 'none'")
            .doesNotContain("unsafe", "data:");
        assertThat(shown.body().replace(" ", ""))
            .as(page)
            .doesNotContain(
                "zebra", "ada@", "abcdef", "/assets/logo-", secret, "https://id", "style=");
        assertThat(in.get(page).body()).as(page).isNotEqualTo(shown.body());
      }
    }
  }

  @Test
  void aNoticeIsToldOnceAndNoneIsMadeUp() {
    in.browser.submit("/account/appearance", "/account/color", Map.of("color", "#123456"));
    assertThat(in.get("/account/security").body()).contains("new colour");
    assertThat(in.get("/account/security").body()).doesNotContain("new colour");
    assertThat(in.get("/account/security?notice=password").body()).doesNotContain("is changed");
  }
}
