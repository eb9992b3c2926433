package org.meetwright.desktop.calendar;

import java.time.LocalDate;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// The meetings of the next weeks, one below the other.
final class ListPane extends VBox {
  private final CalendarViewModel model;
  private final Words words;

  ListPane(CalendarViewModel model) {
    super(4);
    this.model = model;
    this.words = model.words();
    setId("agenda");
    model.shownProperty().addListener(any -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    Shown shown = model.shownProperty().get();
    LocalDate before = LocalDate.MIN;
    for (Meeting meeting : shown.meetings()) {
      LocalDate day = words.date(meeting.start());
      if (!day.equals(before)) {
        Label title = new Label(words.day(day));
        title.getStyleClass().add("list-day");
        getChildren().add(title);
        before = day;
      }
      getChildren().add(row(meeting));
    }
    if (shown.meetings().isEmpty()) {
      getChildren()
          .add(
              new Blank(
                  "fth-calendar", words.get("bookings.none"), words.get("today.nothingHint")));
    }
  }

  private Button row(Meeting meeting) {
    Label when = new Label(words.span(meeting.start(), meeting.end()));
    when.getStyleClass().add("row-when");
    when.setMinWidth(130);
    Label who = new Label(meeting.invitee().name());
    who.getStyleClass().add("row-title");
    Label what = new Label(meeting.title());
    what.getStyleClass().add("text-muted");
    HBox line = new HBox(16, when, who, what);
    line.setAlignment(Pos.CENTER_LEFT);
    Button row = Buttons.quiet("agenda-row", "", () -> model.beginMove(meeting));
    row.setGraphic(line);
    row.setMaxWidth(Double.MAX_VALUE);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setAccessibleText(when.getText() + ", " + who.getText() + ", " + what.getText());
    return row;
  }
}
