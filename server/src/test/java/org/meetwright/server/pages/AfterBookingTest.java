package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.location;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.eventtype.text.TextPlace;
import org.meetwright.server.pages.PagesFixture.Draft;

/// What a host has for those who have booked: own words, and another site to go to.
@Tag("browser")
class AfterBookingTest {
  private static final URI THANKS = URI.create("https://shop.example.com/thanks?from=meet&x=1");
  private static final String REFRESH =
      "<meta http-equiv=\"refresh\" content=\"0;"
          + " url=https://shop.example.com/thanks?from=meet&amp;x=1\">";

  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    add("free", new Draft("free"));
    Draft asking = new Draft("asking");
    asking.approval = true;
    add("asking", asking);
    Draft careful = new Draft("careful");
    careful.policies = TestPolicies.withConfirmedEmail(Policies.FREE);
    add("careful", careful);
  }

  private static void add(String name, Draft draft) {
    draft.name = name;
    OwnTexts texts =
        new OwnTexts(
            Map.of(
                TextPlace.CONFIRMATION,
                Map.of(
                    "en",
                    "Bring <cards>, {invitee}!\nThe way: https://example.org/way.\n{manageUrl}",
                    "de",
                    "Bis {date} um {time}, {invitee}.")));
    draft.redirect = THANKS;
    draft.texts = texts;
    server.add(draft);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static Map<String, String> form(String start) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "America/New_York");
    form.put("name", "Charles & Co");
    form.put("email", "charles@example.com");
    return form;
  }

  @Test
  void saysOnTheFormWhereItGoesOn() {
    assertThat(client.get("/ada/free?start=2026-12-03T15:00:00Z").body())
        .contains("After booking you go on to shop.example.com.");
    assertThat(client.get("/ada/asking?start=2026-12-03T15:00:00Z").body())
        .contains("id=\"name\"")
        .doesNotContain("shop.example.com");
  }

  @Test
  void goesOnOnceAndSaysNothingOfTheInvitee() {
    String booked = location(client.post("/ada/free", form("2026-12-03T16:00:00Z")));
    assertThat(booked).matches("/b/[^/?]+\\?booked=now");

    HttpResponse<String> page = client.get(booked);
    assertThat(page.body())
        .contains(REFRESH, "You are booked, and are now taken to shop.example.com")
        .contains("href=\"https://shop.example.com/thanks?from=meet&amp;x=1\"");
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    HttpResponse<String> later = client.get(booked.replaceFirst("\\?.*", ""));
    assertThat(later.body())
        .contains("Continue to shop.example.com")
        .doesNotContain("http-equiv=\"refresh\"", "now taken");
  }

  @Test
  void staysInAFrameAndWithAMereRequest() {
    String framed = location(client.post("/embed/ada/free", form("2026-12-04T16:00:00Z")));
    assertThat(framed).matches("/embed/b/[^/?]+");
    assertThat(client.get(framed + "?booked=now").body())
        .contains("Continue to shop.example.com", "target=\"_blank\"")
        .doesNotContain("http-equiv=\"refresh\"");

    String asked = location(client.post("/ada/asking", form("2026-12-07T16:00:00Z")));
    assertThat(asked).matches("/b/[^/?]+");
    assertThat(client.get(asked + "?booked=now").body())
        .contains("Request sent")
        .doesNotContain("shop.example.com", "Bring");
  }

  @Test
  void goesOnAfterTheAddressWasConfirmed() {
    client.post("/ada/careful", form("2026-12-08T16:00:00Z"));
    Confirmation asked = server.core.confirmations().waiting(server.host.id()).getLast();
    String link = "/c/" + server.core.confirmations().token(asked.id());

    String booked = location(client.post(link, Map.of()));

    assertThat(booked).endsWith("?booked=now");
    assertThat(client.get(booked).body()).contains(REFRESH);
  }

  @Test
  void showsTheHostsWordsAsPlainTextInTheVisitorsLanguage() {
    String booked =
        location(client.post("/ada/free", form("2026-12-09T16:00:00Z"))).replaceFirst("\\?.*", "");

    assertThat(client.get(booked).body())
        .contains("Bring &lt;cards&gt;, Charles &amp; Co!")
        .contains("href=\"https://example.org/way\"", "https://example.org/way</a>.")
        .contains("href=\"" + server.address() + booked + "\"");
    assertThat(client.get(booked, "Accept-Language", "de-DE").body())
        .contains("Bis Mittwoch, 9. Dezember 2026 um 11:00, Charles &amp; Co.");
    assertThat(client.get(booked, "Accept-Language", "ja").body()).contains("Bring &lt;cards&gt;");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void takesABrowserThereWithAndWithoutScripts(boolean scripts) {
    try (Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium.newContext(
                new NewContextOptions()
                    .setJavaScriptEnabled(scripts)
                    .setTimezoneId("America/New_York")
                    .setBaseURL(server.address().toString()))) {
      List<String> referrers = new CopyOnWriteArrayList<>();
      context.route(
          "https://shop.example.com/**",
          route -> {
            referrers.add(String.valueOf(route.request().headers().get("referer")));
            route.fulfill(
                new FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<title>Thanks</title>Thanks"));
          });
      Page page = context.newPage();
      page.navigate("/ada/free?start=2026-12-1" + (scripts ? "0" : "1") + "T16:00:00Z");
      page.fill("#name", "Charles");
      page.fill("#email", "charles@example.com");
      page.locator("form[data-once] button[type=submit]").click();

      page.waitForURL(THANKS.toString());

      assertThat(page.title()).isEqualTo("Thanks");
      assertThat(referrers).containsExactly("null");
      page.goBack();
      assertThat(page.url()).contains("/ada/free");
    }
  }
}
