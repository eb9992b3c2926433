package org.meetwright.desktop.availability;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.change.ChangesPane;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of when a host can be met: the week, painted by mouse or keyboard, and what its
/// change would mean.
public final class AvailabilityView implements Screen {
  private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
  private static final double FIRST_IN_VIEW = 0.42;

  private final AvailabilityViewModel model;
  private final Words words;
  private final WeekGrid grid;
  private final VBox root = new VBox(16);
  private final ToggleButton weekly = new ToggleButton();

  /// Creates it.
  public AvailabilityView(AvailabilityViewModel model) {
    this.model = model;
    this.words = model.words();
    this.grid = new WeekGrid(model);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setVvalue(FIRST_IN_VIEW);
    // Room for the bar of the scroll pane, so that days stand above their columns.
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox week = new VBox(days(scroll), scroll);
    week.getStyleClass().addAll("card", "week-card");
    VBox.setVgrow(week, Priority.ALWAYS);
    root.setId("availability");
    root.getStyleClass().add("list-side");
    DatesPane dates = new DatesPane(model);
    VBox.setVgrow(dates, Priority.ALWAYS);
    week.visibleProperty().bind(weekly.selectedProperty());
    week.managedProperty().bind(week.visibleProperty());
    dates.visibleProperty().bind(weekly.selectedProperty().not());
    dates.managedProperty().bind(dates.visibleProperty());
    root.getChildren().addAll(head(), week, dates, foot());
  }

  private Region head() {
    Label title = new Label(words.get("place.availability"));
    title.getStyleClass().add("page-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    ComboBox<String> schedules = new ComboBox<>(model.names());
    schedules.setId("schedule");
    schedules.setAccessibleText(words.get("availability.schedule"));
    schedules.valueProperty().bindBidirectional(model.nameProperty());
    schedules.disableProperty().bind(model.changedProperty());
    Label zone = new Label();
    zone.getStyleClass().add("text-muted");
    model.weekProperty().addListener(any -> zone.setText(words.get("guide.zone", model.zone())));
    Prose hint = new Prose(words.get("availability.hint"));
    hint.getStyleClass().add("text-muted");
    hint.visibleProperty().bind(weekly.selectedProperty());
    hint.managedProperty().bind(hint.visibleProperty());
    HBox line = new HBox(12, title, space, zone, schedules);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(12, line, choice(), hint);
  }

  private HBox choice() {
    weekly.setText(words.page("hours.week"));
    weekly.setId("show-week");
    ToggleButton others = new ToggleButton(words.get("dates.title"));
    others.setId("show-dates");
    ToggleGroup one = new ToggleGroup();
    for (ToggleButton button : List.of(weekly, others)) {
      button.setToggleGroup(one);
      button.getStyleClass().add("day-toggle");
    }
    weekly.setSelected(true);
    // One of them is always chosen.
    one.selectedToggleProperty()
        .addListener(
            (any, before, now) -> {
              if (now == null) {
                one.selectToggle(before);
              }
            });
    return new HBox(8, weekly, others);
  }

  private HBox days(ScrollPane scroll) {
    Region gutter = new Region();
    gutter.setMinWidth(WeekGrid.GUTTER);
    HBox days = new HBox(gutter);
    days.setAlignment(Pos.CENTER_LEFT);
    days.getStyleClass().add("week-days");
    for (int column = 0; column < DayOfWeek.values().length; column++) {
      MenuButton day = day(grid.day(column));
      HBox.setHgrow(day, Priority.ALWAYS);
      days.getChildren().add(day);
    }
    scroll
        .viewportBoundsProperty()
        .addListener((any, before, now) -> days.setMaxWidth(now.getWidth()));
    return days;
  }

  private MenuButton day(DayOfWeek day) {
    MenuButton header = new MenuButton();
    header.setId("day-" + day.getValue());
    header.getStyleClass().addAll("flat", "week-day");
    header.setMaxWidth(Double.MAX_VALUE);
    header.setMinWidth(0);
    header.setPrefWidth(0);
    String name = day.getDisplayName(TextStyle.SHORT_STANDALONE, words.locale());
    header.setAccessibleText(day.getDisplayName(TextStyle.FULL_STANDALONE, words.locale()));
    Label above = new Label(name);
    above.getStyleClass().add("row-title");
    Label hours = new Label();
    hours.setId("day-" + day.getValue() + "-hours");
    hours.getStyleClass().add("text-muted");
    VBox both = new VBox(above, hours);
    both.setAlignment(Pos.CENTER);
    header.setGraphic(both);
    header.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    Runnable tell =
        () -> {
          int minutes = model.weekProperty().get().minutes(day);
          hours.setText(minutes == 0 ? "–" : words.length(Duration.ofMinutes(minutes)));
        };
    model.weekProperty().addListener(any -> tell.run());
    tell.run();
    header
        .getItems()
        .addAll(
            item("availability.toWeekdays", () -> model.copy(day, WEEKDAYS)),
            item("availability.toAll", () -> model.copy(day, Arrays.asList(DayOfWeek.values()))),
            item("availability.close", () -> model.paint(day, new Week.Span(0, Week.DAY), false)));
    return header;
  }

  private MenuItem item(String key, Runnable action) {
    MenuItem item = new MenuItem(words.get(key));
    item.setOnAction(event -> action.run());
    return item;
  }

  private HBox foot() {
    ChangesPane changes =
        new ChangesPane(
            words,
            words.get("availability.same"),
            model.changedProperty(),
            model.changesProperty(),
            model.refusedProperty());
    HBox.setHgrow(changes, Priority.ALWAYS);
    Button undo = Buttons.quiet("undo", words.get("availability.undo"), model::undo);
    Button discard = Buttons.other("discard", words.get("availability.discard"), model::discard);
    Button save = Buttons.main("save", words.get("availability.save"), model::save);
    for (Button button : List.of(undo, discard, save)) {
      button.disableProperty().bind(model.changedProperty().not().or(model.busyProperty()));
    }
    HBox foot = new HBox(8, changes, undo, discard, save);
    foot.setAlignment(Pos.CENTER_LEFT);
    return foot;
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public ObservableValue<@Nullable Trouble> trouble() {
    return model.troubleProperty();
  }
}
