package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Every page in every state, looked at by axe-core: light and dark, from left to right and from
/// right to left, on a phone, a tablet and a desktop, with scripts and as it is without.
@Tag("browser")
class AccessibilityTest {
  private static Axe axe;
  private static Chromium chromium;
  private static PagesFixture server;
  private static Client client;
  private static Map<String, String> pages;

  @BeforeAll
  static void start() {
    axe = Axe.install();
    chromium = Chromium.start();
    server = new PagesFixture();
    client = new Client(server);
    pages = Pictures.pages(server, client);
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      chromium.close();
      client.close();
      server.close();
    }
  }

  private static NewContextOptions options(int width, String locale, ColorScheme scheme) {
    NewContextOptions options = new NewContextOptions();
    if (scheme == ColorScheme.DARK) {
      // Playwright calls the other one "lıght" under a Turkish locale; it is the usual one anyway.
      options.setColorScheme(scheme);
    }
    return options
        .setViewportSize(width, 900)
        .setLocale(locale)
        .setReducedMotion(ReducedMotion.REDUCE)
        .setTimezoneId("Asia/Kathmandu")
        .setBaseURL(server.address().toString());
  }

  @ParameterizedTest
  @CsvSource({"1280, en-GB, LIGHT, true", "375, de-DE, DARK, true", "768, ar-EG, LIGHT, false"})
  void hasNoViolation(int width, String locale, ColorScheme scheme, boolean scripts) {
    List<String> found = new ArrayList<>();
    try (BrowserContext context = chromium.newContext(options(width, locale, scheme))) {
      if (!scripts) {
        context.route("**/*.js*", route -> route.abort());
      }
      Page page = context.newPage();
      pages.forEach(
          (name, path) -> {
            open(page, path);
            axe.violations(page).forEach(violation -> found.add(name + ": " + violation));
            overflow(page, name, found);
          });
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"375, en-GB, DARK", "1280, ar-EG, LIGHT"})
  void hasNoViolationWhenATimeWasTakenMeanwhile(int width, String locale, ColorScheme scheme) {
    String slug = "taken-" + width;
    server.eventType(slug);
    String start = "2026-12-0" + (width == 375 ? "1" : "2") + "T15:00:00Z";
    try (BrowserContext context = chromium.newContext(options(width, locale, scheme))) {
      Page page = context.newPage();
      page.navigate("/ada/" + slug + "?start=" + start + "&name=Mary&email=mary@example.com");
      client.post(
          "/ada/" + slug,
          Map.of("start", start, "name", "Quicker", "email", "quicker@example.com"));
      page.click("form[data-once] button");
      page.waitForSelector("fieldset input[name=start]");

      assertThat(page.inputValue("#name")).isEqualTo("Mary");
      assertThat(axe.violations(page)).isEmpty();
    }
  }

  /// Opens a page; one that begins with `!` with its form sent and refused.
  static void open(Page page, String path) {
    page.navigate(path.startsWith("!") ? path.substring(1) : path);
    if (path.startsWith("!")) {
      page.evaluate("() => document.querySelectorAll('form').forEach(f => f.noValidate = true)");
      page.fill("#email", "charles@");
      page.click("form[data-once] button");
      page.waitForSelector(".error");
    }
  }

  private static void overflow(Page page, String name, List<String> found) {
    Integer wider =
        (Integer) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    if (wider > 0) {
      found.add(name + ": is " + wider + " px wider than the window");
    }
  }

  @Test
  void findsAViolationWhereThereIsOne() {
    try (BrowserContext context = chromium.newContext(options(1280, "en-GB", ColorScheme.LIGHT))) {
      Page page = context.newPage();
      page.navigate("/ada");
      page.evaluate("() => document.querySelector('h1').replaceWith(new Image())");

      assertThat(axe.violations(page)).anyMatch(violation -> violation.startsWith("image-alt"));
    }
  }
}
