package org.meetwright.desktop.availability;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.DaysGrid;
import org.meetwright.desktop.text.Words;

/// The next twelve months: dates that differ stand out, and one is looked at.
final class YearPane extends FlowPane {
  private static final int MONTHS = 12;

  private final AvailabilityViewModel model;
  private final List<DaysGrid> grids = new ArrayList<>();

  YearPane(AvailabilityViewModel model) {
    super(20, 24);
    this.model = model;
    setId("year");
    Words words = model.words();
    YearMonth first = YearMonth.from(model.today());
    for (int i = 0; i < MONTHS; i++) {
      YearMonth month = first.plusMonths(i);
      Label title =
          new Label(
              DateTimeFormatter.ofLocalizedPattern("yMMMM")
                  .withLocale(words.locale())
                  .format(month));
      title.getStyleClass().add("row-title");
      DaysGrid grid = new DaysGrid(words, "date", model.dates().dateProperty()::set);
      grid.setPrefWidth(196);
      grid.show(month, this::style);
      grids.add(grid);
      getChildren().add(new VBox(8, title, grid));
    }
    addEventFilter(KeyEvent.KEY_PRESSED, this::press);
  }

  /// Draws it anew.
  void draw() {
    YearMonth first = YearMonth.from(model.today());
    for (int i = 0; i < MONTHS; i++) {
      grids.get(i).show(first.plusMonths(i), this::style);
    }
  }

  private List<String> style(LocalDate day) {
    List<String> styles = new ArrayList<>();
    Dates dates = model.dates();
    if (model.absences().all().stream().anyMatch(one -> one.has(day))) {
      styles.add("away");
    } else if (dates.of(day).isPresent()) {
      styles.add(dates.of(day).orElseThrow().isEmpty() ? "closed" : "free");
    } else if (!dates.holiday(day).isEmpty()) {
      styles.add("holiday");
    } else if (model.weekProperty().get().minutes(day.getDayOfWeek()) == 0) {
      styles.add("weekend");
    }
    if (day.equals(dates.dateProperty().get())) {
      styles.add("chosen");
    }
    if (day.isBefore(model.today())) {
      styles.add("over");
    }
    return styles;
  }

  private void press(KeyEvent event) {
    boolean rtl = model.words().rightToLeft();
    int by =
        switch (event.getCode()) {
          case KeyCode.LEFT -> rtl ? 1 : -1;
          case KeyCode.RIGHT -> rtl ? -1 : 1;
          case KeyCode.UP -> -7;
          case KeyCode.DOWN -> 7;
          default -> 0;
        };
    if (by != 0) {
      LocalDate to = model.dates().dateProperty().get().plusDays(by);
      if (!to.isBefore(model.today())) {
        model.dates().dateProperty().set(to);
        grids.stream()
            .map(grid -> grid.lookup("#date-" + to))
            .filter(found -> found != null)
            .findFirst()
            .ifPresent(found -> found.requestFocus());
      }
      event.consume();
    }
  }
}
