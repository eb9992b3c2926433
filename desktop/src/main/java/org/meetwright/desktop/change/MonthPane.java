package org.meetwright.desktop.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.DaysGrid;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.text.Words;

/// A month as invitees see it: days with times stand out, and the times of one are below.
public final class MonthPane extends VBox {
  private static final int MOST_TIMES = 12;

  private final Words words;
  private final Label title = new Label();
  private final DaysGrid days;
  private @Nullable Month known;
  private final VBox times = new VBox(8);
  private @Nullable LocalDate chosen;

  /// Creates it.
  ///
  /// @param month null while it is not known
  /// @param turn goes that many months on
  public MonthPane(Words words, ObservableValue<@Nullable Month> month, Consumer<Integer> turn) {
    super(12);
    this.words = words;
    this.days = new DaysGrid(words, "month", this::choose);
    setId("month");
    getStyleClass().add("preview");
    title.getStyleClass().add("door-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    String back = words.rightToLeft() ? "fth-chevron-right" : "fth-chevron-left";
    String on = words.rightToLeft() ? "fth-chevron-left" : "fth-chevron-right";
    HBox head =
        new HBox(
            title,
            space,
            Buttons.icon("month-back", back, words.get("month.back"), () -> turn.accept(-1)),
            Buttons.icon("month-on", on, words.get("month.on"), () -> turn.accept(1)));
    head.setAlignment(Pos.CENTER_LEFT);
    Label above = new Label(words.get("guide.preview"));
    above.getStyleClass().addAll("text-muted", "step");
    getChildren().addAll(above, head, days, times);
    month.addListener((any, before, now) -> show(now));
    show(month.getValue());
  }

  private void show(@Nullable Month month) {
    known = month;
    if (month == null) {
      return;
    }
    YearMonth shown = month.month();
    title.setText(
        DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(words.locale()).format(shown));
    days.show(shown, day -> List.of(month.of(day).isEmpty() ? DaysGrid.OVER : "free"));
    LocalDate kept = chosen;
    boolean keep = kept != null && !month.of(kept).isEmpty() && YearMonth.from(kept).equals(shown);
    choose(keep ? kept : month.times().keySet().stream().sorted().findFirst().orElse(null));
  }

  private void choose(@Nullable LocalDate day) {
    chosen = day;
    times.getChildren().clear();
    Month month = known;
    if (day == null || month == null) {
      Prose none = new Prose(words.get("month.none"));
      none.getStyleClass().add("text-muted");
      times.getChildren().add(none);
      return;
    }
    Label date = new Label(words.day(day));
    date.getStyleClass().add("row-title");
    FlowPane chips = new FlowPane(6, 6);
    month.of(day).stream()
        .limit(MOST_TIMES)
        .forEach(
            time -> {
              Label chip = new Label(words.time(time));
              chip.getStyleClass().add("chip");
              chips.getChildren().add(chip);
            });
    int more = month.of(day).size() - MOST_TIMES;
    if (more > 0) {
      chips.getChildren().add(new Label("+" + more));
    }
    times.getChildren().addAll(date, chips);
  }
}
