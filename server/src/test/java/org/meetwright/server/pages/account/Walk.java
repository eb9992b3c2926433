package org.meetwright.server.pages.account;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.meetwright.server.pages.Axe;

/// A walk through pages in one window: takes a picture of each state, and looks for what is wrong
/// with it. The pictures are in `server/target/pictures`.
final class Walk implements AutoCloseable {
  private static final Path PICTURES = Path.of("target", "pictures");

  final BrowserContext context;
  final Page page;
  private final Axe axe;
  private final UnaryOperator<String> file;
  private final List<String> found = new ArrayList<>();

  /// @param axe null if no script can run in the window
  /// @param file returns the name of a state's picture
  Walk(BrowserContext context, Axe axe, UnaryOperator<String> file) {
    this.context = context;
    this.axe = axe;
    this.file = file;
    page = context.newPage();
    page.onConsoleMessage(message -> complain(message.text()));
  }

  /// Scripts are no longer loaded, as on a bad line.
  void loadNoScripts() {
    context.route("**/*.js*", route -> route.abort());
  }

  /// That a form was refused, or a script not loaded, is as it should be.
  private void complain(String message) {
    if (!message.startsWith("Failed to load resource")) {
      found.add("console: " + message);
    }
  }

  /// Looks at the page as it is now.
  void look(String state) {
    picture(state);
    if (axe == null) {
      return;
    }
    add(state, axe.violations(page));
    int wider =
        (int) page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    if (wider > 0) {
      add(state, List.of("is " + wider + " px wider than the window"));
    }
  }

  /// Takes a picture of a mail: in a window of its own, since the server's pages allow no style in
  /// a page.
  void lookAtMail(String state, String html) {
    try (Page blank = context.newPage()) {
      blank.setContent(html);
      picture(blank, state);
    }
  }

  /// Takes a picture of the page as it is now.
  void picture(String state) {
    picture(page, state);
  }

  private void picture(Page shown, String state) {
    shown.screenshot(
        new ScreenshotOptions().setPath(PICTURES.resolve(file.apply(state))).setFullPage(true));
  }

  /// Notes what else is wrong.
  void add(String state, List<String> problems) {
    problems.forEach(problem -> found.add(state + ": " + problem));
  }

  void assertNothingIsWrong() {
    assertThat(found).isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
