package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.meetwright.server.pages.PagesFixture.question;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.question.Question.AnswerKind;
import org.meetwright.server.pages.text.TimeFormats;
import org.meetwright.server.text.HourCycle;
import org.meetwright.server.text.Translations;

/// Books, moves and cancels on every width in every zone and language, with scripts and without:
/// each two of these together at least once.
@Tag("browser")
class BookingMatrixTest {
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

  private static Chromium chromium;
  private static PagesFixture server;
  private static int tries;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    server = new PagesFixture();
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      chromium.close();
      server.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "375, Asia/Tokyo, en-US, true",
    "375, Asia/Kathmandu, de-DE, false",
    "375, America/New_York, ar, true",
    "768, Asia/Tokyo, de-DE, true",
    "768, Asia/Kathmandu, ar, true",
    "768, America/New_York, en-US, false",
    "1280, Asia/Tokyo, ar, false",
    "1280, Asia/Kathmandu, en-US, true",
    "1280, America/New_York, de-DE, true"
  })
  void booksMovesAndCancels(int width, String zone, String locale, boolean scripts) {
    EventType eventType =
        server.eventType("matrix-" + ++tries, question(AnswerKind.YES_NO, "First time?", true));
    NewContextOptions options =
        new NewContextOptions()
            .setViewportSize(width, 800)
            .setTimezoneId(zone)
            .setLocale(locale)
            .setJavaScriptEnabled(scripts)
            .setBaseURL(server.address().toString());
    try (BrowserContext context = chromium.newContext(options)) {
      Page page = context.newPage();
      Visit visit = new Visit(page, formats(locale, zone), locale);
      page.navigate("/ada/" + eventType.slug());
      if (!scripts) {
        page.locator("#zone").selectOption(zone);
        page.locator("form.zone").first().locator("button").click();
      }
      assertThat(page.locator("#zone")).hasValue(zone);
      visit.choose("#next-month", 2);
      page.locator("#name").fill("Charles Babbage");
      page.locator("#email").fill("charles@example.com");
      page.locator("input[type=radio][value=yes]").check();
      visit.send();
      assertThat(page.locator("article.booking.confirmed")).isVisible();
      visit.showsTheTime();

      page.locator("a[href$='/reschedule']").click();
      visit.choose("#month-title", 4);
      visit.send();
      assertThat(page.locator("article.booking.confirmed")).isVisible();
      visit.showsTheTime();

      page.locator("a[href$='/cancel']").click();
      page.locator("#reason").fill("Too early");
      visit.send();
      assertThat(page.locator("article.booking.cancelled")).isVisible();
    }
  }

  private static TimeFormats formats(String locale, String zone) {
    Locale readable = Translations.readable(Locale.forLanguageTag(locale));
    return new TimeFormats(readable, ZoneId.of(zone), HourCycle.isTwelve(readable));
  }

  /// What an invitee does, whatever he reads.
  private static final class Visit {
    private final Page page;
    private final TimeFormats formats;
    private final String language;
    private Instant start = Instant.EPOCH;

    private Visit(Page page, TimeFormats formats, String locale) {
      this.page = page;
      this.formats = formats;
      this.language = locale.substring(0, 2);
    }

    /// Chooses the last time of a free day.
    private void choose(String first, int day) {
      page.locator(first).click();
      assertThat(page.locator("#month-title")).hasText(formats.month(DECEMBER));
      page.locator("a.day.present").nth(day).click();
      assertThat(page.locator("a.day.present").nth(day)).hasAttribute("aria-current", "date");
      page.locator("a.slot").last().click();
      assertThat(page.locator("form[data-once]")).isVisible();
      start = Instant.parse(page.locator("input[name=start]").inputValue());
      fits();
    }

    private void send() {
      page.locator("form[data-once] button[type=submit]").click();
    }

    private void showsTheTime() {
      assertThat(page.locator("html")).hasAttribute("lang", language);
      assertThat(page.locator("html")).hasAttribute("dir", language.equals("ar") ? "rtl" : "ltr");
      assertThat(page.locator(".summary")).containsText(formats.fullDate(formats.date(start)));
      assertThat(page.locator(".summary")).containsText(formats.time(start));
      fits();
    }

    private void fits() {
      assertThat(
              (Integer)
                  page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth"))
          .as(page.url())
          .isLessThanOrEqualTo(0);
    }
  }
}
