package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A browser solves the challenge of a form while its visitor fills it in, and he does nothing for
/// it.
@Tag("browser")
class ChallengeInBrowserTest {
  private static final String SOLVED = "altcha-widget input[name=altcha]";

  private static Chromium chromium;
  private static PagesFixture server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture(2000);
    server.eventType("worked");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      chromium.close();
      server.close();
    }
  }

  private static NewContextOptions options(String locale) {
    return new NewContextOptions()
        .setLocale(locale)
        .setTimezoneId("Europe/London")
        .setBaseURL(server.address().toString());
  }

  private static String form(String start) {
    return "/ada/worked?start=" + start + "&name=Bob+Brown&email=bob@example.com";
  }

  /// What the browser has to say against the page; the Content-Security-Policy's refusals too.
  private static List<String> complaints(Page page) {
    List<String> complaints = new CopyOnWriteArrayList<>();
    page.onConsoleMessage(
        message -> {
          if (List.of("error", "warning").contains(message.type())) {
            complaints.add(message.text());
          }
        });
    page.onPageError(complaints::add);
    return complaints;
  }

  private static void send(Page page) {
    page.click("form[data-once] button[type=submit]");
  }

  @Test
  void booksWithoutAWordAboutIt() {
    try (BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      List<String> complaints = complaints(page);
      page.navigate("/ada/worked?month=2026-12&date=2026-12-01");
      page.locator("a.slot").first().click();
      page.fill("#name", "Bob Brown");
      page.fill("#email", "bob@example.com");
      page.waitForSelector(SOLVED, attached());
      send(page);

      assertThat(page.locator("h1")).hasText("You are booked");
      assertThat(complaints).isEmpty();
    }
  }

  private static Page.WaitForSelectorOptions attached() {
    return new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  }

  @Test
  void waitsForTheWorkIfTheFormIsSentBeforeItIsDone() {
    try (BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      List<String> complaints = complaints(page);
      List<String> sent = new CopyOnWriteArrayList<>();
      page.onRequest(request -> sent.add(request.method() + " " + request.url()));
      page.onDialog(dialog -> complaints.add(dialog.message()));
      page.addInitScript(
          "const real = fetch; let go; const gate = new Promise(done => go = done);"
              + " window.letGo = () => go();"
              + " window.fetch = async (...what) => { await gate; return real(...what); };");
      page.navigate(form("2026-12-02T15:00:00Z"));
      page.waitForFunction(
          "() => document.querySelector('altcha-widget').getState?.() === 'verifying'");
      send(page);
      page.evaluate("() => document.querySelector('form[data-once] button').click()");
      assertThat(page.locator("form[data-once] button")).hasText("Sending…");
      assertThat(sent).noneMatch(request -> request.startsWith("POST"));
      page.evaluate("() => letGo()");

      assertThat(page.locator("h1")).hasText("You are booked");
      assertThat(sent.stream().filter(request -> request.startsWith("POST"))).hasSize(1);
      assertThat(complaints).isEmpty();
    }
  }

  @Test
  void triesAgainWhenNoChallengeCameAndTheFormIsSentAgain() {
    try (BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      page.route("**/api/v1/challenge", route -> route.abort());
      page.navigate(form("2026-12-02T16:00:00Z"));
      assertThat(page.locator(".altcha-error")).containsText("The robot check did not work");
      send(page);
      assertThat(page.locator("#announcement")).containsText("The robot check did not work");
      assertThat(page.locator("form[data-once] button")).hasText("Book this time");
      page.unroute("**/api/v1/challenge");
      send(page);

      assertThat(page.locator("h1")).hasText("You are booked");
    }
  }

  @Test
  void solvesAnotherOneWhenTheFormWasOpenForLong() {
    try (BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      page.navigate(form("2026-12-02T17:00:00Z"));
      page.waitForSelector(SOLVED, attached());
      String first = page.inputValue(SOLVED);
      page.evaluate("() => { const then = Date.now() + 16 * 60000; Date.now = () => then; }");
      List<String> sent = new CopyOnWriteArrayList<>();
      page.onRequest(
          request -> {
            if (request.postData() != null) {
              sent.add(request.postData());
            }
          });
      send(page);

      assertThat(page.locator("h1")).hasText("You are booked");
      assertThat(sent).singleElement().asString().contains("altcha=").doesNotContain(first);
    }
  }

  @Test
  void booksAfterTheFormCameBack() {
    try (BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      page.navigate(form("2026-12-02T18:00:00Z"));
      page.evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
      page.fill("#email", "bob@");
      send(page);
      page.waitForSelector(".error");
      page.fill("#email", "bob@example.com");
      send(page);

      assertThat(page.locator("h1")).hasText("You are booked");
    }
  }

  @Test
  void saysThatItCannotBeDoneWithoutHttps() {
    String insecure = "http://meet.example.org";
    try (Client client = new Client(server);
        BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      page.route(
          insecure + "/**",
          route -> {
            HttpResponse<String> answer =
                client.get(route.request().url().substring(insecure.length()));
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType(answer.headers().firstValue("Content-Type").orElse(""))
                    .setBody(answer.body()));
          });
      page.navigate(insecure + form("2026-12-04T16:00:00Z"));

      assertThat(page.locator("form .notice")).containsText("works by https alone");
      assertThat(page.locator("altcha-widget")).hasCount(0);
    }
  }

  @Test
  void booksInAFrameOnAnotherSite() {
    String snippet =
        "<a href=\"%s/ada/worked?name=Bob+Brown&amp;email=bob@example.com\""
                .formatted(server.address())
            + " data-meetwright=\"inline\">Book</a><script src=\"%s/embed.js\"></script>"
                .formatted(server.address());
    try (ParentSite site = new ParentSite(snippet);
        BrowserContext context = chromium.newContext(options("en-GB"))) {
      Page page = context.newPage();
      List<String> complaints = complaints(page);
      page.navigate(site.address().toString());
      FrameLocator frame = page.frameLocator("iframe.meetwright-frame");
      frame.locator("#next-month").click();
      frame.locator("#month-title >> text=December").waitFor();
      frame.locator("a.day.present >> text=/^3$/").click();
      frame.locator("a.slot").first().click();
      frame.locator("form[data-once] button[type=submit]").click();

      assertThat(frame.locator("h1")).hasText("You are booked");
      assertThat(complaints).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "en-GB, LIGHT, 1280, Robot check passed",
    "de-DE, DARK, 375, Robotertest bestanden",
    "fr-FR, LIGHT, 320, Contrôle anti-robot réussi",
    "ar-EG, LIGHT, 768, تم التحقق: لست روبوتًا"
  })
  void speaksTheLanguageOfThePageAndCanBeUsedByEveryone(
      String locale, ColorScheme scheme, int width, String said) {
    Axe axe = Axe.install();
    NewContextOptions options = options(locale).setViewportSize(width, 1600);
    if (scheme == ColorScheme.DARK) {
      options.setColorScheme(scheme);
    }
    try (BrowserContext context = chromium.newContext(options)) {
      Page page = context.newPage();
      page.addInitScript(SteadyPagesTest.WATCH);
      page.navigate(form("2026-12-04T15:00:00Z"));
      assertThat(page.locator("altcha-widget label")).hasText(said);
      SteadyPagesTest.painted(page);

      // A pixel at the end of the page is not seen; 0.1 counts as steady.
      assertThat(page.evaluate("() => window.shifts.filter(shift => parseFloat(shift) > 0.01)"))
          .isEqualTo(List.of());
      assertThat(axe.violations(page)).isEmpty();
      assertThat(page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
          .isEqualTo(0);
    }
  }
}
