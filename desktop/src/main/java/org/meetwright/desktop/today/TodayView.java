package org.meetwright.desktop.today;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of the day.
public final class TodayView implements Screen {
  private static final Duration TICK = Duration.seconds(10);

  private final TodayViewModel model;
  private final Words words;
  private final Consumer<String> browser;
  private final ScrollPane root = new ScrollPane();
  private final VBox problems = new VBox(12);
  private final Timeline ticking;

  /// Creates it.
  ///
  /// @param browser opens an address in the host's browser
  public TodayView(TodayViewModel model, Consumer<String> browser) {
    this.model = model;
    this.words = model.words();
    this.browser = browser;
    this.ticking = new Timeline(new KeyFrame(TICK, event -> model.tick()));
    ticking.setCycleCount(Animation.INDEFINITE);
    model.problems().addListener((ListChangeListener<HostProblem>) any -> showProblems());
    VBox page = new VBox(24, head(), first(), new RequestsView(model.requests(), words), problems);
    page.getStyleClass().add("page");
    page.visibleProperty().bind(model.loadedProperty().map(loaded -> loaded));
    root.setContent(page);
    root.setFitToWidth(true);
    root.setId("today");
    showProblems();
  }

  private Region head() {
    Label title = new Label(words.get("place.today"));
    title.getStyleClass().add("page-title");
    Label date = new Label(model.date());
    date.getStyleClass().addAll("text-muted", "page-date");
    return new VBox(4, title, date);
  }

  private Region first() {
    NextCard next = new NextCard(model, browser);
    DayLine day = new DayLine(model);
    VBox line = new VBox(12, title("today.day"), day);
    line.getStyleClass().addAll("card", "block");
    HBox.setHgrow(next, Priority.ALWAYS);
    HBox.setHgrow(line, Priority.ALWAYS);
    next.setPrefWidth(420);
    line.setPrefWidth(420);
    return new HBox(24, next, line);
  }

  private Label title(String key) {
    Label title = new Label(words.get(key));
    title.getStyleClass().add("block-title");
    return title;
  }

  private void showProblems() {
    problems.getChildren().clear();
    problems.setManaged(!model.problems().isEmpty());
    if (!model.problems().isEmpty()) {
      problems.getChildren().add(title("today.problems"));
    }
    for (HostProblem problem : model.problems()) {
      problems.getChildren().add(problem(problem));
    }
  }

  private Region problem(HostProblem problem) {
    Prose message = new Prose(problem.message());
    message.getStyleClass().add("row-title");
    Prose action = new Prose(problem.action() + "\n" + problem.since());
    action.getStyleClass().add("text-muted");
    VBox said = new VBox(4, message, action);
    HBox.setHgrow(said, Priority.ALWAYS);
    HBox row =
        new HBox(
            16,
            Icons.of("fth-alert-triangle"),
            said,
            Buttons.other(
                "mend", words.get("today.mend"), () -> browser.accept(problem.page().toString())));
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().addAll("card", "block", "problem");
    return row;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void shown() {
    ticking.play();
    model.shown();
  }

  @Override
  public void hidden() {
    ticking.stop();
    model.hidden();
  }

  @Override
  public ObservableValue<@Nullable Trouble> trouble() {
    return model.troubleProperty();
  }
}
