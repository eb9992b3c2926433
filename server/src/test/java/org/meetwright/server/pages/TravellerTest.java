package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Invitees whose device is now in one time zone, now in another.
@Tag("browser")
class TravellerTest {
  private static Chromium chromium;
  private static PagesFixture server;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture();
    server.eventType("away");
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
    if (server != null) {
      server.close();
    }
  }

  /// A browser in a zone, with what it kept.
  private static BrowserContext in(String zone, String kept) {
    BrowserContext context =
        chromium.newContext(
            new NewContextOptions()
                .setTimezoneId(zone)
                .setLocale("en-GB")
                .setBaseURL(server.address().toString()));
    if (!kept.isEmpty()) {
      context.addCookies(
          List.of(
              new com.microsoft.playwright.options.Cookie("zone", kept)
                  .setUrl(server.address().toString())));
    }
    return context;
  }

  private static String kept(BrowserContext context) {
    return context.cookies().stream()
        .filter(cookie -> cookie.name.equals("zone"))
        .map(cookie -> cookie.value)
        .findFirst()
        .orElse("");
  }

  @Test
  void keepsNoZoneThatWasOnlyGuessed() {
    try (BrowserContext context = in("Asia/Tokyo", "")) {
      Page page = context.newPage();
      page.navigate("/ada/away");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");
      page.locator("#next-month").click();
      assertThat(page.locator("#month-title")).hasText("December 2026");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");

      Assertions.assertThat(kept(context)).isEmpty();
    }
  }

  @Test
  void keepsAZoneThatWasChosen() {
    try (BrowserContext context = in("Europe/Berlin", "")) {
      Page page = context.newPage();
      page.navigate("/ada/away");
      page.getByLabel("Time zone").selectOption("Asia/Tokyo");
      page.waitForURL("**zone=Asia%2FTokyo**");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");
      assertThat(page.locator(".elsewhere")).hasCount(0);

      Assertions.assertThat(kept(context)).isEqualTo("Asia/Tokyo:Europe/Berlin");
      Assertions.assertThat(page.url()).doesNotContain("keep").doesNotContain("device");
    }
  }

  @Test
  void asksWhenTheDeviceIsElsewhereAndTakesItsZone() {
    try (BrowserContext context = in("Europe/Berlin", "Asia/Tokyo")) {
      Page page = context.newPage();
      page.navigate("/ada/away");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");
      assertThat(page.locator(".elsewhere")).isVisible();
      assertThat(page.locator(".elsewhere a").first()).hasText("Berlin (UTC+1) this device");
      assertThat(page.locator(".elsewhere a").last()).hasText("Tokyo (UTC+9) chosen before");

      page.locator(".elsewhere a").first().click();
      assertThat(page.getByLabel("Time zone")).hasValue("Europe/Berlin");
      page.navigate("/ada/away");
      assertThat(page.getByLabel("Time zone")).hasValue("Europe/Berlin");
      assertThat(page.locator(".elsewhere")).isHidden();
    }
  }

  @Test
  void asksOnceWhenTheChoiceIsToStand() {
    try (BrowserContext context = in("Europe/Berlin", "Asia/Tokyo")) {
      Page page = context.newPage();
      page.navigate("/ada/away");
      page.locator(".elsewhere a").last().click();
      page.waitForURL("**zone=Asia%2FTokyo**");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");
      page.navigate("/ada/away");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Tokyo");
      assertThat(page.locator(".elsewhere")).isHidden();
      Assertions.assertThat(kept(context)).isEqualTo("Asia/Tokyo:Europe/Berlin");
    }
  }

  @Test
  void asksNobodyWhoseClockShowsTheSame() {
    try (BrowserContext context = in("Asia/Calcutta", "Asia/Kolkata")) {
      Page page = context.newPage();
      page.navigate("/ada/away");
      assertThat(page.getByLabel("Time zone")).hasValue("Asia/Kolkata");
      assertThat(page.locator(".elsewhere")).isHidden();
    }
  }

  @Test
  void movesNothingWhenItAsks() {
    try (BrowserContext context = in("Europe/Berlin", "Asia/Tokyo")) {
      Page page = context.newPage();
      page.setViewportSize(390, 1600);
      page.navigate("/ada/away");
      assertThat(page.locator(".elsewhere")).isVisible();
      Object shifted =
          page.evaluate(
              "() => new Promise(done => { let all = 0; new PerformanceObserver(list => {"
                  + " for (const shift of list.getEntries()) all += shift.value; })"
                  + ".observe({ type: 'layout-shift', buffered: true });"
                  + " requestAnimationFrame(() => requestAnimationFrame(() => done(all))); })");
      Assertions.assertThat(((Number) shifted).doubleValue()).isZero();
    }
  }

  @Test
  void asksSoThatEveryoneCanAnswer() {
    Axe axe = Axe.install();
    try (BrowserContext context = in("Europe/Berlin", "Asia/Tokyo")) {
      Page page = context.newPage();
      for (String language : List.of("en", "ar")) {
        page.navigate("/ada/away?lang=" + language);
        assertThat(page.locator(".elsewhere")).isVisible();

        Assertions.assertThat(axe.violations(page)).isEmpty();
      }
    }
  }
}
