package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Nothing moves by itself while a page is loaded or changes, and all of it can be reached by the
/// keyboard.
@Tag("browser")
class SteadyPagesTest {
  static final String WATCH =
      """
      window.shifts = [];
      new PerformanceObserver(list => list.getEntries().forEach(entry =>
        window.shifts.push(entry.value + ' ' + entry.sources.map(source =>
          source.node?.className || source.node?.nodeName).join(',')))
      ).observe({type: 'layout-shift', buffered: true});
      """;

  private static Chromium chromium;
  private static PagesFixture server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture();
    server.eventType("steady");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      chromium.close();
      server.close();
    }
  }

  private static BrowserContext context(int width) {
    return chromium.newContext(
        new NewContextOptions()
            .setViewportSize(width, 800)
            .setLocale("en-GB")
            .setTimezoneId("Asia/Kathmandu")
            .setBaseURL(server.address().toString()));
  }

  @ParameterizedTest
  @ValueSource(ints = {375, 768, 1280})
  void doNotShift(int width) {
    server.core.brandings().setColor(server.host.id(), "#1d4ed8");
    server.core.brandings().setLogo(server.host.id(), Pictures.LOGO);
    try (BrowserContext context = context(width)) {
      Page page = context.newPage();
      page.addInitScript(WATCH);
      for (String path : List.of("/ada", "/ada/steady", "/ada/steady?start=2026-12-03T15:00:00Z")) {
        page.navigate(path);
        page.waitForSelector("main[data-guessed-zone=no]");
        painted(page);
        assertThat(page.evaluate("() => window.shifts")).as(path).isEqualTo(List.of());
      }
      page.navigate("/ada/steady");
      page.locator("#next-month").click();
      assertThat(page.locator("#month-title")).hasText("December 2026");
      page.locator("a.day.present").nth(3).click();
      assertThat(page.locator("a.day.present").nth(3)).hasAttribute("aria-current", "date");
      page.locator("#next-month").click();
      assertThat(page.locator("#month-title")).hasText("January 2027");
      painted(page);
      assertThat(page.evaluate("() => window.shifts")).isEqualTo(List.of());
    }
  }

  @Test
  void wouldBeSeenToShift() {
    try (BrowserContext context = context(375)) {
      Page page = context.newPage();
      page.addInitScript(WATCH);
      page.navigate("/ada/steady");
      // The zone of the browser replaces the page once.
      page.waitForSelector("main[data-guessed-zone=no]");
      painted(page);
      page.evaluate("() => document.getElementById('page').before('x'.repeat(2000))");
      painted(page);

      assertThat((List<?>) page.evaluate("() => window.shifts")).isNotEmpty();
    }
  }

  /// Waits until two frames have been painted: shifts are told after the first.
  static void painted(Page page) {
    page.evaluate(
        "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame("
            + "() => setTimeout(done))))");
  }

  @Test
  void leadFromTheFirstTabToTheBookingWithoutAMouse() {
    try (BrowserContext context = context(1280)) {
      Page page = context.newPage();
      page.navigate("/ada/steady");
      page.waitForSelector("main[data-guessed-zone=no]");

      tabTo(page, "#next-month");
      page.keyboard().press("Enter");
      assertThat(page.locator("#month-title")).hasText("December 2026");
      assertThat(page.locator("#next-month")).isFocused();
      tabTo(page, "a.day[href*='date=2026-12-04']");
      page.keyboard().press("Enter");
      assertThat(page.locator("#times-title")).isFocused();
      tabTo(page, "a.slot");
      page.keyboard().press("Enter");
      assertThat(page.locator("#step-title")).isFocused();
      tabTo(page, "#name");
      page.keyboard().type("Charles Babbage");
      tabTo(page, "#email");
      page.keyboard().type("charles@example.com");
      tabTo(page, "form[data-once] button");
      page.keyboard().press("Enter");

      assertThat(page.locator("article.booking.confirmed")).isVisible();
    }
  }

  @Test
  void findAZoneByCityWithoutAMouse() {
    try (BrowserContext context = context(375)) {
      Page page = context.newPage();
      page.navigate("/ada/steady?zone=Europe/Berlin&month=2026-12");

      tabTo(page, ".city summary");
      page.keyboard().press("Enter");
      tabTo(page, "#city");
      page.keyboard().type("mumbai");
      page.keyboard().press("Enter");
      assertThat(page.locator("#cities-title")).isFocused();
      tabTo(page, ".cities a");
      page.keyboard().press("Enter");

      assertThat(page.locator("#zone")).hasValue("Asia/Kolkata");
      assertThat(page.locator("#zone")).isFocused();
    }
  }

  /// Presses Tab until something is focused, and looks whether each stop on the way can be seen.
  private static void tabTo(Page page, String selector) {
    for (int presses = 0; presses < 80; presses++) {
      page.keyboard().press("Tab");
      Object stop =
          page.evaluate(
              """
              selector => {
                const focused = document.activeElement;
                const box = focused.getBoundingClientRect();
                const visible = box.width > 1 && box.height > 1 && box.bottom > 0
                  && box.top < window.innerHeight;
                const outlined = getComputedStyle(focused).outlineStyle !== 'none'
                  || getComputedStyle(focused.closest('.option') || focused).outlineStyle !== 'none';
                return !visible || !outlined ? 'unseen: ' + focused.outerHTML
                  : focused.matches(selector) ? 'there' : 'further';
              }
              """,
              selector);
      assertThat(stop.toString()).doesNotStartWith("unseen");
      if (stop.equals("there")) {
        return;
      }
    }
    throw new AssertionError("Not reached by the keyboard: " + selector);
  }
}
