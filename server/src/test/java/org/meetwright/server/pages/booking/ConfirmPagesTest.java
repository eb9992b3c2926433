package org.meetwright.server.pages.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.Client.found;
import static org.meetwright.server.pages.Client.location;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.TestPolicies;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.eventtype.rule.Policies;
import org.meetwright.server.pages.Chromium;
import org.meetwright.server.pages.Client;
import org.meetwright.server.pages.PagesFixture;
import org.meetwright.server.pages.PagesFixture.Draft;

/// The pages of event types whose invitees confirm their e-mail address.
@Tag("browser")
class ConfirmPagesTest {
  private static PagesFixture server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = new PagesFixture();
    client = new Client(server);
    Draft draft = new Draft("confirmed");
    draft.policies = TestPolicies.withConfirmedEmail(Policies.FREE);
    server.add(draft);
  }

  @AfterAll
  static void stop() {
    client.close();
    server.close();
  }

  @AfterEach
  void resetClock() {
    server.now(PagesFixture.NOW);
  }

  private static Map<String, String> form(String start, String email) {
    Map<String, String> form = new HashMap<>();
    form.put("start", start);
    form.put("zone", "America/New_York");
    form.put("name", "Charles <b>Babbage");
    form.put("email", email);
    form.put("notes", "About the mill");
    return form;
  }

  private static List<Confirmation> waiting() {
    return server.core.confirmations().waiting(server.host.id());
  }

  private static String asked(String start, String email) {
    HttpResponse<String> answer = client.post("/ada/confirmed", form(start, email));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).contains("Look into your mailbox", email, "not held");
    return waiting().stream()
        .filter(wish -> wish.wish().start().equals(Instant.parse(start)))
        .filter(wish -> wish.wish().invitee().email().value().equals(email))
        .map(wish -> "/c/" + server.core.confirmations().token(wish.id()))
        .findFirst()
        .orElseThrow();
  }

  private static Booking booking(String page) {
    String token = page.substring("/b/".length());
    return server.core.bookings().find(server.core.manageLinks().bookingId(token).get()).get();
  }

  @Test
  void booksWithTheButtonOnThePageOfTheLink() {
    assertThat(client.get("/ada/confirmed?start=2026-12-03T15:00:00Z").body())
        .contains("You confirm your e-mail address before the booking counts.");
    String link = asked("2026-12-03T15:00:00Z", "charles@example.com");

    HttpResponse<String> page = client.get(link);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .contains("Nothing is booked yet", "Charles &lt;b&gt;Babbage", "About the mill", "noindex")
        .contains("3 December 2026", "10:00");
    assertThat(client.head(link).statusCode()).isEqualTo(200);
    assertThat(waiting()).isNotEmpty();
    HttpResponse<String> foreign = client.send(link, Map.of(), "Sec-Fetch-Site", "cross-site");
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(foreign.body()).contains("could not be told");

    String booked =
        location(
            client.post(link, Map.of("start", found(page, "name=\"start\" value=\"([^\"]*)"))));

    assertThat(booking(booked).start()).isEqualTo("2026-12-03T15:00:00Z");
    assertThat(booking(booked).notes()).isEqualTo("About the mill");
    assertThat(location(client.get(link))).isEqualTo(booked);
    assertThat(location(client.post(link, Map.of()))).isEqualTo(booked);
    HttpResponse<String> again =
        client.post("/ada/confirmed", form("2026-12-03T15:00:00Z", "charles@example.com"));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).doesNotContain("/b/");
  }

  @Test
  void offersOtherTimesWhenItIsTakenMeanwhile() {
    String link = asked("2026-12-04T15:00:00Z", "late@example.com");
    String quicker = asked("2026-12-04T15:00:00Z", "quick@example.com");
    assertThat(location(client.post(quicker, Map.of()))).startsWith("/b/");

    HttpResponse<String> refused = client.post(link, Map.of("start", "2026-12-04T15:00:00Z"));

    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Someone else has just taken", "About the mill");
    assertThat(client.get(link).body()).contains("Someone else has just taken");
    String other = found(refused, "type=\"radio\" name=\"start\" value=\"([^\"]*)\"");
    String booked = location(client.post(link, Map.of("start", other)));
    assertThat(booking(booked).start()).isEqualTo(Instant.parse(other));
    assertThat(booking(booked).invitee().email().value()).isEqualTo("late@example.com");
  }

  @Test
  void leadsOnWhenItIsTooLate() {
    String link = asked("2026-12-08T15:00:00Z", "slow@example.com");
    server.now(PagesFixture.NOW.plus(Duration.ofMinutes(61)));

    for (HttpResponse<String> late : List.of(client.get(link), client.post(link, Map.of()))) {
      assertThat(late.statusCode()).isEqualTo(410);
      assertThat(late.body()).contains("This link is no longer good", "href=\"/ada/confirmed\"");
    }
    assertThat(client.get("/c/AAAA").statusCode()).isEqualTo(404);
    assertThat(client.get(link + "x").statusCode()).isEqualTo(404);
  }

  @Test
  void letsWhatWasTypedBeChangedAndStopsAtTheFourthMail() {
    Map<String, String> form = form("2026-12-09T15:00:00Z", "tpyo@example.com");
    form.put("key", "0123456789abcdef0123456789abcdef");
    assertThat(client.post("/ada/confirmed", form).statusCode()).isEqualTo(202);
    form.put("email", "typo@example.com");
    assertThat(client.post("/ada/confirmed", form).statusCode()).isEqualTo(202);
    asked("2026-12-10T15:00:00Z", "typo@example.com");
    asked("2026-12-10T16:00:00Z", "typo@example.com");

    HttpResponse<String> many =
        client.post("/ada/confirmed", form("2026-12-10T17:00:00Z", "typo@example.com"));

    assertThat(many.statusCode()).isEqualTo(429);
    assertThat(many.body()).contains("several mails to confirm", "About the mill");
  }

  @Test
  void booksInABrowserInArabic() {
    String link = asked("2026-12-11T15:00:00Z", "browser@example.com");
    try (Chromium chromium = Chromium.start();
        BrowserContext context =
            chromium.newContext(
                new NewContextOptions()
                    .setLocale("ar")
                    .setViewportSize(420, 900)
                    .setBaseURL(server.address().toString()))) {
      Page page = context.newPage();
      page.navigate(link);
      PlaywrightAssertions.assertThat(page.locator("h1")).hasText("أكّد حجزك");
      page.locator("button.primary").click();
      page.waitForURL("**/b/**");
      assertThat(page.content()).contains("browser@example.com");
    }
  }
}
