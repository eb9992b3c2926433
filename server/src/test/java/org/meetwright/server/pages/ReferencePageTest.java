package org.meetwright.server.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.reference.ApiDocument;

/// The page about the API.
@Tag("browser")
class ReferencePageTest {
  @Test
  void showsEveryOperationOnEveryScreen() {
    try (Chromium chromium = Chromium.start();
        ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      for (int width : List.of(375, 1280)) {
        NewContextOptions options =
            new NewContextOptions()
                .setJavaScriptEnabled(false)
                .setViewportSize(width, 860)
                .setBaseURL(server.server.url().toString());
        try (BrowserContext context = chromium.newContext(options)) {
          Page page = context.newPage();
          page.navigate("/docs/api");
          look(page, width);
        }
      }
    }
  }

  @Test
  void findsWhatHasAllWordsAndOpensWhatALinkLeadsTo() {
    try (Chromium chromium = Chromium.start();
        ServerFixture server = new ServerFixture(DatabaseKind.H2);
        BrowserContext context =
            chromium.newContext(
                new NewContextOptions().setBaseURL(server.server.url().toString()))) {
      Page page = context.newPage();
      page.navigate("/docs/api");
      Locator shown = page.locator("details.operation:visible");
      int all = shown.count();
      assertThat(page.locator("details[open]")).hasCount(0);

      page.getByLabel("Search").fill("B\u00f3oking  cancel");
      assertThat(page.locator("#found")).hasText(Pattern.compile("\\d+ of \\d+"));
      assertThat(page.getByText("/api/v1/manage/{token}/cancel")).isVisible();
      assertThat(shown.count()).isBetween(1, all - 1);
      page.getByLabel("Search").fill("xyzzy");
      assertThat(shown).hasCount(0);
      assertThat(page.locator("nav li:visible")).hasCount(0);
      page.getByText("Show everything").click();
      assertThat(shown).hasCount(all);

      page.locator("a[href='#object-BookingEvent']").first().click();
      assertThat(page.locator("#object-BookingEvent")).hasAttribute("open", "");
      page.getByText("Open all").click();
      assertThat(page.locator("details.operation:not([open])")).hasCount(0);
      page.getByText("Fold all").click();
      assertThat(page.locator("details[open]")).hasCount(0);
    }
  }

  private static void look(Page page, int width) {
    assertThat(page.locator(".call code").allTextContents())
        .containsAll(ApiDocument.read().root().path("paths").propertyNames());
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    assertThat(
            page.evaluate(
                """
                () => [...document.querySelectorAll('a[href^="#"]')]
                  .map(link => link.getAttribute('href').slice(1))
                  .filter(id => !document.getElementById(id))
                """))
        .isEqualTo(List.of());
    assertThat(page.locator("body").textContent()).doesNotContain("MISSING", "anything or");
  }
}
