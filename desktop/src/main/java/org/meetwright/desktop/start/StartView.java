package org.meetwright.desktop.start;

import javafx.geometry.Insets;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.TroubleBar;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The first start: three doors, and what is behind them.
public final class StartView {
  private static final String PORT_TAKEN = "port_taken";

  private final StartViewModel model;
  private final Words words;
  private final VBox root = new VBox();
  private final StackPane page = new StackPane();

  /// Creates it.
  public StartView(StartViewModel model) {
    this.model = model;
    this.words = model.words();
    ScrollPane scroll = new ScrollPane(page);
    scroll.setFitToWidth(true);
    scroll.setFitToHeight(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    page.getStyleClass().add("start");
    root.getStyleClass().add("start-root");
    root.setNodeOrientation(
        words.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT);
    root.getChildren()
        .addAll(
            progress(),
            new TroubleBar("start-trouble", words, model.troubleProperty(), model::retry),
            scroll);
    model.pageProperty().addListener(any -> show());
    show();
  }

  /// Returns what to put into a scene.
  public Region root() {
    return root;
  }

  private void show() {
    page.getChildren()
        .setAll(
            switch (model.pageProperty().get()) {
              case DOORS -> doors();
              case ACCOUNT -> new AccountView(model.account(), model::doors).root();
              case SIGN_IN ->
                  new SignInView(model.signIn(), false, words.get("back"), model::doors).root();
            });
  }

  private ProgressBar progress() {
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
    bar.visibleProperty().bind(model.busyProperty());
    return bar;
  }

  private Region doors() {
    Label title = new Label(words.get("start.title"));
    title.getStyleClass().add("start-title");
    Label hint = new Label(words.get("start.hint"));
    hint.getStyleClass().addAll("text-muted", "start-hint");
    HBox doors =
        new HBox(
            16,
            door("here", "fth-monitor", model::here),
            door("elsewhere", "fth-globe", () -> model.elsewhere("", "")),
            door("demo", "fth-compass", model::lookAround));
    doors.setAlignment(Pos.CENTER);
    doors.disableProperty().bind(model.busyProperty());
    Button anyPort = Buttons.other("any-port", words.get("start.anyPort"), model::useAnyPort);
    model.troubleProperty().addListener((any, before, now) -> offer(anyPort, now));
    offer(anyPort, model.troubleProperty().get());
    VBox all = new VBox(12, title, hint, doors, anyPort);
    VBox.setMargin(doors, new Insets(24, 0, 12, 0));
    all.setAlignment(Pos.CENTER);
    return all;
  }

  private static void offer(Button anyPort, @Nullable Trouble trouble) {
    boolean taken = trouble != null && trouble.code().equals(PORT_TAKEN);
    anyPort.setVisible(taken);
    anyPort.setManaged(taken);
  }

  private Button door(String name, String icon, Runnable action) {
    FontIcon above = Icons.of(icon);
    Prose title = new Prose(words.get("start." + name));
    title.getStyleClass().add("door-title");
    Prose hint = new Prose(words.get("start." + name + "Hint"));
    hint.getStyleClass().addAll("text-muted", "door-hint");
    VBox inside = new VBox(12, above, title, hint);
    inside.setAlignment(Pos.TOP_LEFT);
    Button door = Buttons.other("door-" + name, "", action);
    door.setGraphic(inside);
    door.setAccessibleText(title.getText() + ". " + hint.getText());
    door.getStyleClass().addAll("card", "door");
    inside.setPrefWidth(220);
    return door;
  }
}
