package org.meetwright.server.pages.account;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.pages.Axe;
import org.meetwright.server.pages.Chromium;

/// Starts a real browser for the walks of a test class.
final class Walks implements BeforeAllCallback, AfterAllCallback {
  private Axe axe;
  private Chromium chromium;

  /// The window of a walk.
  ///
  /// @param locale the language that the pictures are of, also the browser's if nothing else is set
  record Window(int width, String locale, ColorScheme scheme) {
    private NewContextOptions options() {
      NewContextOptions options =
          new NewContextOptions()
              .setViewportSize(width, 900)
              .setLocale(locale)
              .setReducedMotion(ReducedMotion.REDUCE);
      // Playwright calls the other one "lıght" under a Turkish locale; it is the usual one anyway.
      return scheme == ColorScheme.DARK ? options.setColorScheme(scheme) : options;
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    axe = Axe.install();
    chromium = Chromium.start();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (chromium != null) {
      chromium.close();
    }
  }

  /// Begins a walk.
  ///
  /// @param pictures what the names of its pictures begin with
  /// @param change what else is special about the browser
  Walk begin(
      ServerFixture server,
      String pictures,
      Window window,
      UnaryOperator<NewContextOptions> change) {
    NewContextOptions options =
        change.apply(window.options()).setBaseURL(server.server.url().toString());
    return new Walk(
        chromium.newContext(options),
        !Boolean.FALSE.equals(options.javaScriptEnabled) ? axe : null,
        state -> pictures + state + "-" + window.width() + "-" + window.locale() + ".png");
  }
}
