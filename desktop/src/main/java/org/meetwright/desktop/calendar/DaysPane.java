package org.meetwright.desktop.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// A month in weeks, each day with its first meetings.
final class DaysPane extends GridPane {
  private static final int DAYS = 7;
  private static final int WEEKS = 6;
  private static final int MOST = 2;

  private final CalendarViewModel model;
  private final Words words;

  DaysPane(CalendarViewModel model) {
    this.model = model;
    this.words = model.words();
    setId("days");
    getStyleClass().add("days");
    for (int column = 0; column < DAYS; column++) {
      ColumnConstraints even = new ColumnConstraints();
      even.setPercentWidth(100.0 / DAYS);
      getColumnConstraints().add(even);
    }
    for (int week = 0; week < WEEKS; week++) {
      RowConstraints even = new RowConstraints();
      even.setPercentHeight(100.0 / WEEKS);
      even.setVgrow(Priority.ALWAYS);
      getRowConstraints().add(even);
    }
    model.shownProperty().addListener(any -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    Shown shown = model.shownProperty().get();
    if (shown.days() < DAYS * WEEKS) {
      return;
    }
    for (int day = 0; day < DAYS * WEEKS; day++) {
      add(day(shown, shown.first().plusDays(day)), day % DAYS, day / DAYS);
    }
  }

  private VBox day(Shown shown, LocalDate date) {
    Button number =
        Buttons.quiet(
            "day-" + date,
            String.valueOf(date.getDayOfMonth()),
            () -> {
              model.dayProperty().set(date);
              model.layoutProperty().set(Layout.DAY);
            });
    number.getStyleClass().add("day-number");
    number.setAccessibleText(words.day(date));
    VBox cell = new VBox(2, number);
    cell.getStyleClass().add("day-cell");
    if (!YearMonth.from(date).equals(YearMonth.from(model.dayProperty().get()))) {
      cell.getStyleClass().add("other-month");
    }
    if (date.equals(words.date(model.now()))) {
      cell.getStyleClass().add("this-day");
    }
    String holiday = shown.holidays().getOrDefault(date, "");
    if (!holiday.isEmpty()) {
      cell.getChildren().add(text(holiday, "holiday-name"));
    }
    List<Meeting> meetings =
        shown.meetings().stream()
            .filter(meeting -> words.date(meeting.start()).equals(date))
            .toList();
    meetings.stream()
        .limit(meetings.size() == MOST + 1 ? MOST + 1 : MOST)
        .forEach(
            meeting ->
                cell.getChildren()
                    .add(
                        text(
                            words.time(meeting.start()) + " " + meeting.invitee().name(),
                            "day-meeting",
                            meeting.status().word())));
    if (meetings.size() > MOST + 1) {
      cell.getChildren().add(text("+" + (meetings.size() - MOST), "text-muted"));
    }
    return cell;
  }

  private static Label text(String text, String... styles) {
    Label label = new Label(text);
    label.getStyleClass().addAll(styles);
    label.setMaxWidth(Double.MAX_VALUE);
    label.setMinWidth(0);
    return label;
  }
}
