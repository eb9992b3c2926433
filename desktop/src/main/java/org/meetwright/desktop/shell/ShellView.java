package org.meetwright.desktop.shell;

import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.TroubleBar;
import org.meetwright.desktop.profile.ServerProfile;
import org.meetwright.desktop.text.Words;

/// The window: the sidebar, and beside it the screen that is shown, under what is to be said of it.
public final class ShellView {
  private final ShellViewModel model;
  private final StackPane root = new StackPane();
  private final StackPane screen = new StackPane();
  private final BorderPane frame = new BorderPane();

  /// Creates it.
  ///
  /// @param profiles what can be switched to
  public ShellView(ShellViewModel model, List<ServerProfile> profiles, Departures departures) {
    this.model = model;
    Words words = model.session().words();
    screen.getStyleClass().add("screen");
    VBox.setVgrow(screen, Priority.ALWAYS);
    TroubleBar trouble = new TroubleBar("trouble", words, model.troubleProperty(), model::refresh);
    frame.setLeft(new Sidebar(model, profiles, departures));
    frame.setCenter(new VBox(absence(words), trouble, screen));
    root.getChildren().add(frame);
    root.setNodeOrientation(
        words.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    model
        .screenProperty()
        .addListener((any, before, now) -> screen.getChildren().setAll(now.root()));
  }

  /// Returns what to put into a scene.
  public Region root() {
    return root;
  }

  /// Lays something over the window, which cannot be used until it is uncovered. All stays behind
  /// it as it was.
  public void cover(Region over) {
    StackPane veil = new StackPane(over);
    veil.getStyleClass().add("veil");
    frame.setDisable(true);
    root.getChildren().setAll(frame, veil);
  }

  /// Takes away what covers the window.
  public void uncover() {
    frame.setDisable(false);
    root.getChildren().setAll(frame);
  }

  private HBox absence(Words words) {
    Prose said = new Prose();
    said.setId("absence");
    said.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(said, Priority.ALWAYS);
    said.saidProperty().bind(model.absenceProperty());
    HBox bar =
        new HBox(
            12,
            Icons.of("fth-wifi-off"),
            said,
            Buttons.other("absence-retry", words.get("retry"), model::refresh));
    bar.setAlignment(Pos.CENTER_LEFT);
    bar.getStyleClass().add("absence");
    bar.visibleProperty().bind(model.absenceProperty().isNotEmpty());
    bar.managedProperty().bind(bar.visibleProperty());
    return bar;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.F5) {
      model.refresh();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode().isDigitKey()) {
      int number = event.getCode().getCode() - KeyCode.DIGIT0.getCode();
      if (number >= 1 && number <= model.places().size()) {
        model.go(model.places().get(number - 1));
        event.consume();
      }
    }
  }
}
