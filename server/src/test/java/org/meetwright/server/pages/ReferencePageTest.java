package org.meetwright.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.reference.ApiDocument;

/// The page about the API, in a browser that runs no scripts of it.
class ReferencePageTest {
  @Test
  void showsEveryOperationOnEveryScreen() {
    try (Chromium chromium = Chromium.start();
        ServerFixture server = new ServerFixture(DatabaseKind.H2)) {
      for (int width : List.of(375, 1280)) {
        NewContextOptions options =
            new NewContextOptions()
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
    assertThat(page.locator("script").count()).isZero();
    assertThat(page.locator("body").textContent()).doesNotContain("MISSING", "anything or");
  }
}
