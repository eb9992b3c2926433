package org.meetwright.server.pages;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.meetwright.core.Patience;

/// The machine's own Chromium; nothing is downloaded.
public final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setTimeout(Patience.MILLIS)
                    .setExecutablePath(program)
                    .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
  }

  /// Starts it. Where there is none the test is skipped, but fails where `CI` is `true`.
  public static Chromium start() {
    return new Chromium(program());
  }

  /// Opens a window of its own, which waits long for what it is to show.
  public BrowserContext newContext() {
    return newContext(new Browser.NewContextOptions());
  }

  /// Opens a window of its own, which waits long for what it is to show.
  public BrowserContext newContext(Browser.NewContextOptions options) {
    PlaywrightAssertions.setDefaultAssertionTimeout(Patience.MILLIS);
    BrowserContext context = browser.newContext(options);
    context.setDefaultTimeout(Patience.MILLIS);
    return context;
  }

  /// Returns where it is. Where it is nowhere the test is skipped, but fails where `CI` is `true`.
  static Path program() {
    Optional<Path> program = find();
    if (program.isPresent()) {
      return program.get();
    }
    String none = "No Chromium on the PATH (" + String.join(", ", NAMES) + "): not tested in one";
    if ("true".equals(System.getenv("CI"))) {
      fail(none);
    }
    System.out.println("SKIPPED: " + none);
    return abort(none);
  }

  private static Optional<Path> find() {
    String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/bin";
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Override
  public void close() {
    playwright.close();
  }
}
