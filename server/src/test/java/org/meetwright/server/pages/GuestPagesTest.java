package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.location;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.rule.Guests;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.server.pages.PagesFixture.Draft;

/// Guests in the form, and the page on which they are invited who wait.
@Tag("browser")
class GuestPagesTest {
  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    server.eventType("usual");
    Draft alone = new Draft("alone");
    alone.policies = TestPolicies.with(Policies.FREE, Guests.OFF);
    server.add(alone);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  private static Map<String, String> form(String start, String guests) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "America/New_York");
    form.put("name", "Charles Babbage");
    form.put("email", "charles@example.com");
    form.put("guests", guests);
    return form;
  }

  private static Booking booking(String page) {
    String token = page.substring("/b/".length());
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @Test
  void foldsTheFieldUntilItIsUsed() {
    assertThat(client.get("/ada/usual?start=2026-12-03T15:00:00Z").body())
        .contains("<details class=\"add-guests\">", "Add guests", "id=\"guests\"");
    assertThat(client.get("/ada/usual?start=2026-12-03T15:00:00Z&guests=mary@example.com").body())
        .containsPattern("<details class=\"add-guests\" open[^>]*>");
    HttpResponse<String> wrong = client.post("/ada/usual", form("2026-12-03T15:00:00Z", "nobody"));
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(wrong.body())
        .containsPattern("<details class=\"add-guests\" open[^>]*>")
        .contains("at most 10 e-mail addresses");
  }

  @Test
  void hidesTheFieldWhereThereAreNoGuests() {
    assertThat(client.get("/ada/alone?start=2026-12-03T16:00:00Z&guests=mary@example.com").body())
        .contains("id=\"name\"")
        .doesNotContain("add-guests", "name=\"guests\"");
    String booked =
        location(client.post("/ada/alone", form("2026-12-03T16:00:00Z", "mary@example.com")));
    assertThat(booking(booked).guests()).isEmpty();
  }

  @Test
  void invitesThoseWhoWaitWithAButton() {
    String four = "a@example.com, b@example.com, c@example.com, d@example.com";
    String booked = location(client.post("/ada/usual", form("2026-12-04T15:00:00Z", four)));
    Booking booking = booking(booked);
    assertThat(booking.guestsWait()).isTrue();
    assertThat(client.get(booked).body()).contains("invited once you have confirmed your address");

    String link = "/c/" + server.core.confirmations().guestToken(booking.id());
    HttpResponse<String> page = client.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body()).contains("Invite your guests?", "d@example.com", "4 December 2026");
    assertThat(booking(booked).guestsWait()).as("looking invites nobody").isTrue();
    HttpResponse<String> foreign = client.send(link, Map.of(), "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(booking(booked).guestsWait()).isTrue();

    assertThat(location(client.post(link, Map.of()))).isEqualTo(booked);
    assertThat(booking(booked).guestsWait()).isFalse();
    assertThat(client.get(booked).body()).doesNotContain("once you have confirmed your address");
    assertThat(location(client.get(link))).isEqualTo(booked);
    assertThat(client.get("/c/" + booked.substring("/b/".length())).statusCode()).isEqualTo(404);
  }

  @Test
  void worksByKeyboardWithoutScripts() {
    NewContextOptions options =
        new NewContextOptions().setJavaScriptEnabled(false).setBaseURL(server.address().toString());
    try (Chromium chromium = Chromium.start();
        BrowserContext context = chromium.newContext(options)) {
      Page page = context.newPage();
      page.navigate("/ada/usual?start=2026-12-07T15:00:00Z");
      page.fill("#name", "Charles Babbage");
      page.fill("#email", "charles@example.com");
      assertThat(page.isVisible("#guests")).isFalse();
      page.keyboard().press("Tab");
      page.keyboard().press("Enter");
      assertThat(page.isVisible("#guests")).isTrue();
      page.keyboard().press("Tab");
      page.keyboard().type("mary@example.com");
      page.keyboard().press("Enter");
      page.waitForURL("**/b/*");
      String path = page.url().substring(page.url().indexOf("/b/"));
      assertThat(booking(path).guests()).hasToString("[mary@example.com]");
    }
  }
}
