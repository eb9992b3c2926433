package org.meetwright.desktop;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.framework.junit5.ApplicationTest;
import org.testfx.util.WaitForAsyncUtils;

/// A test that looks at the window, and uses it as a host does.
abstract class WindowTest extends ApplicationTest {
  @TempDir Path home;
  @Nullable MainWindow window;
  @Nullable DesktopFixture app;
  @Nullable Stage stage;

  @Override
  public void start(Stage given) {
    stage = given;
  }

  /// Starts the app.
  DesktopFixture begin(String... arguments) {
    return begin(new DesktopFixture(home), arguments);
  }

  /// Starts an app.
  DesktopFixture begin(DesktopFixture begun, String... arguments) {
    app = begun;
    Stage shown = Objects.requireNonNull(stage);
    interact(() -> window = begun.begin(shown, begun.surroundings(arguments)));
    return begun;
  }

  @AfterEach
  void end() {
    if (window != null) {
      MainWindow ending = window;
      interact(ending::close);
    }
  }

  boolean shows(String query) {
    return find(query).isPresent();
  }

  private Optional<Node> find(String query) {
    return WaitForAsyncUtils.waitForAsyncFx(
        DesktopFixture.PATIENCE_SECONDS * 1000L,
        () ->
            lookup(query).queryAll().stream()
                .map(Node.class::cast)
                .filter(WindowTest::inView)
                .findFirst());
  }

  private static boolean inView(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  void awaitShown(String query) {
    DesktopFixture.await(() -> shows(query));
  }

  /// Presses a button, wherever the page is scrolled to, once it can be.
  void press(String query) {
    awaitShown(query);
    DesktopFixture.await(() -> !find(query).orElseThrow().isDisabled());
    interact(
        () -> {
          Node node = find(query).orElseThrow();
          node.requestFocus();
          if (node instanceof ButtonBase button) {
            button.fire();
          } else {
            throw new IllegalArgumentException(query + " is no button");
          }
        });
  }

  /// Types a text in place of another.
  void type(String query, String text) {
    awaitShown(query);
    interact(
        () -> {
          TextInputControl input = (TextInputControl) find(query).orElseThrow();
          input.requestFocus();
          input.selectAll();
          input.replaceSelection(text);
        });
  }

  String typed(String query) {
    return ((TextInputControl) find(query).orElseThrow()).getText();
  }

  String said(String query) {
    return find(query).map(node -> ((Labeled) node).getText()).orElse("");
  }
}
