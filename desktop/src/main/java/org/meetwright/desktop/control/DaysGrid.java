package org.meetwright.desktop.control;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import org.meetwright.desktop.text.Words;

/// The days of a month, in weeks.
public final class DaysGrid extends GridPane {
  /// The style of a day that cannot be chosen.
  public static final String OVER = "over";

  private static final int DAYS = 7;

  private final Words words;
  private final String id;
  private final Consumer<LocalDate> chosen;

  /// Creates it, without a month.
  ///
  /// @param id a day is found as `#ID-2027-03-09`
  /// @param chosen hears which day was chosen
  public DaysGrid(Words words, String id, Consumer<LocalDate> chosen) {
    super(2, 2);
    this.words = words;
    this.id = id;
    this.chosen = chosen;
    for (int column = 0; column < DAYS; column++) {
      ColumnConstraints even = new ColumnConstraints();
      even.setPercentWidth(100.0 / DAYS);
      even.setHalignment(HPos.CENTER);
      getColumnConstraints().add(even);
    }
  }

  /// Shows a month.
  ///
  /// @param styles the classes of a day
  public void show(YearMonth month, Function<LocalDate, List<String>> styles) {
    getChildren().clear();
    DayOfWeek first = WeekFields.of(words.locale()).getFirstDayOfWeek();
    for (int column = 0; column < DAYS; column++) {
      Label name =
          new Label(first.plus(column).getDisplayName(TextStyle.NARROW_STANDALONE, words.locale()));
      name.getStyleClass().addAll("text-muted", "step");
      add(name, column, 0);
    }
    int offset = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), DAYS);
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      int cell = offset + day - 1;
      LocalDate date = month.atDay(day);
      add(day(date, styles.apply(date)), cell % DAYS, 1 + cell / DAYS);
    }
  }

  private Button day(LocalDate date, List<String> styles) {
    Button button =
        Buttons.quiet(
            id + "-" + date, String.valueOf(date.getDayOfMonth()), () -> chosen.accept(date));
    button.getStyleClass().add("month-day");
    button.getStyleClass().addAll(styles);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setDisable(styles.contains(OVER));
    button.setAccessibleText(words.day(date));
    return button;
  }
}
