package org.meetwright.desktop.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.field.SaidConverter;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of the calendar: a day, a week, a month or a list.
public final class CalendarView implements Screen {
  private static final double MORNING = 0.5;
  private static final double ZONES = 168;
  private static final double NARROW = 72;

  private final CalendarViewModel model;
  private final Words words;
  private final BorderPane root = new BorderPane();
  private final TimeGrid grid;
  private final HBox names = new HBox();
  private final Label title = new Label();

  /// Creates it.
  public CalendarView(CalendarViewModel model) {
    this.model = model;
    this.words = model.words();
    this.grid = new TimeGrid(model);
    StackPane page = new StackPane(hours(), month(), list());
    VBox.setVgrow(page, Priority.ALWAYS);
    VBox left = new VBox(16, head(), page);
    left.getStyleClass().add("list-side");
    root.setId("calendar");
    root.setCenter(left);
    root.setRight(new SidePane(model));
    model.shownProperty().addListener(any -> name());
    names.widthProperty().addListener(any -> name());
    name();
  }

  private Region head() {
    title.getStyleClass().add("page-title");
    title.setMinWidth(0);
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    boolean rtl = words.rightToLeft();
    Button today = Buttons.other("calendar-today", words.get("day.today"), model::today);
    HBox line =
        new HBox(
            8,
            title,
            space,
            today,
            Buttons.icon(
                "calendar-back",
                rtl ? "fth-chevron-right" : "fth-chevron-left",
                words.get("calendar.back"),
                () -> model.turn(-1)),
            Buttons.icon(
                "calendar-on",
                rtl ? "fth-chevron-left" : "fth-chevron-right",
                words.get("calendar.on"),
                () -> model.turn(1)));
    line.setAlignment(Pos.CENTER_LEFT);
    HBox ways = new HBox(8, layouts(), zones());
    ways.setAlignment(Pos.CENTER_LEFT);
    return new VBox(12, line, ways);
  }

  private HBox layouts() {
    HBox all = new HBox(4);
    ToggleGroup one = new ToggleGroup();
    for (Layout layout : Layout.values()) {
      String name = layout.name().toLowerCase(Locale.ROOT);
      ToggleButton button = new ToggleButton(words.get("calendar." + name));
      button.setId("layout-" + name);
      button.setMinWidth(Region.USE_PREF_SIZE);
      button.setToggleGroup(one);
      button.getStyleClass().add("day-toggle");
      button.setOnAction(
          event -> {
            button.setSelected(true);
            model.layoutProperty().set(layout);
          });
      button.setSelected(model.layoutProperty().get() == layout);
      model.layoutProperty().addListener((any, before, now) -> button.setSelected(now == layout));
      all.getChildren().add(button);
    }
    return all;
  }

  private ComboBox<String> zones() {
    ComboBox<String> zones = new ComboBox<>();
    zones.setId("second-zone");
    List<String> known = new ArrayList<>(List.of(""));
    ZoneId.getAvailableZoneIds().stream()
        .filter(zone -> zone.contains("/") && !zone.startsWith("Etc") && !zone.startsWith("System"))
        .sorted()
        .forEach(known::add);
    zones.getItems().setAll(known);
    zones.setConverter(
        new SaidConverter<>(
            zone -> zone.isEmpty() ? words.get("calendar.noZone") : zone.replace('_', ' ')));
    zones.setValue("");
    zones.setPrefWidth(ZONES);
    zones.setMinWidth(ZONES);
    zones.setAccessibleText(words.get("calendar.secondZone"));
    zones
        .valueProperty()
        .addListener(
            (any, before, now) -> {
              grid.second(now == null || now.isEmpty() ? null : ZoneId.of(now));
              name();
            });
    zones
        .visibleProperty()
        .bind(model.layoutProperty().map(layout -> layout == Layout.WEEK || layout == Layout.DAY));
    return zones;
  }

  private static void onlyIn(Region page, CalendarViewModel model, Layout... layouts) {
    page.visibleProperty()
        .bind(model.layoutProperty().map(layout -> List.of(layouts).contains(layout)));
    page.managedProperty().bind(page.visibleProperty());
  }

  private Region hours() {
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setId("calendar-scroll");
    scroll.setFitToWidth(true);
    scroll.setVvalue(MORNING);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    names.getStyleClass().add("week-days");
    scroll
        .viewportBoundsProperty()
        .addListener((any, before, now) -> names.setMaxWidth(now.getWidth()));
    VBox card = new VBox(names, scroll);
    card.getStyleClass().addAll("card", "week-card");
    onlyIn(card, model, Layout.DAY, Layout.WEEK);
    return card;
  }

  private Region month() {
    DaysPane days = new DaysPane(model);
    VBox.setVgrow(days, Priority.ALWAYS);
    HBox weekdays = new HBox();
    weekdays.getStyleClass().add("week-days");
    for (int column = 0; column < 7; column++) {
      Label name =
          new Label(
              model
                  .firstOfWeek()
                  .plus(column)
                  .getDisplayName(TextStyle.SHORT_STANDALONE, words.locale()));
      name.getStyleClass().add("row-title");
      even(name);
      weekdays.getChildren().add(name);
    }
    VBox card = new VBox(weekdays, days);
    card.getStyleClass().addAll("card", "week-card");
    onlyIn(card, model, Layout.MONTH);
    return card;
  }

  private Region list() {
    ListPane list = new ListPane(model);
    ScrollPane scroll = new ScrollPane(list);
    scroll.setFitToWidth(true);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox card = new VBox(scroll);
    card.getStyleClass().addAll("card", "week-card");
    onlyIn(card, model, Layout.LIST);
    return card;
  }

  private static void even(Label name) {
    name.setMaxWidth(Double.MAX_VALUE);
    name.setPrefWidth(0);
    name.setAlignment(Pos.CENTER);
    HBox.setHgrow(name, Priority.ALWAYS);
  }

  private void name() {
    Shown shown = model.shownProperty().get();
    title.setText(
        model.layoutProperty().get() == Layout.DAY
            ? words.day(shown.first())
            : DateTimeFormatter.ofLocalizedPattern("yMMMM")
                .withLocale(words.locale())
                .format(
                    model.layoutProperty().get() == Layout.MONTH
                        ? model.dayProperty().get()
                        : shown.first()));
    names.getChildren().clear();
    double column = (names.getWidth() - grid.gutter()) / Math.min(shown.days(), 7);
    TextStyle style = column < NARROW ? TextStyle.NARROW_STANDALONE : TextStyle.SHORT_STANDALONE;
    Region gutter = new Region();
    gutter.setMinWidth(grid.gutter());
    names.getChildren().add(gutter);
    for (int i = 0; i < Math.min(shown.days(), 7); i++) {
      LocalDate day = shown.first().plusDays(i);
      String weekday = day.getDayOfWeek().getDisplayName(style, words.locale());
      Label name = new Label(weekday + " " + day.getDayOfMonth());
      name.getStyleClass().add("row-title");
      if (day.equals(words.date(model.now()))) {
        name.getStyleClass().add("this-day");
      }
      even(name);
      names.getChildren().add(name);
    }
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
