package org.meetwright.desktop.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.field.Wrong;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// What is looked at in the calendar: a meeting, and where it goes; or an empty time, and why it is
/// free or not.
final class SidePane extends VBox {
  private static final int MOST_TIMES = 8;

  private final CalendarViewModel model;
  private final Moving moving;
  private final Asking asking;
  private final Words words;

  SidePane(CalendarViewModel model) {
    super(12);
    this.model = model;
    this.moving = model.moving();
    this.asking = model.asking();
    this.words = model.words();
    getStyleClass().addAll("details-side", "details");
    setMinWidth(280);
    setPrefWidth(300);
    setMaxWidth(300);
    moving.meetingProperty().addListener(any -> show());
    moving.free().addListener((ListChangeListener<Instant>) any -> show());
    moving.toProperty().addListener(any -> show());
    asking.timeProperty().addListener(any -> show());
    asking.answerProperty().addListener(any -> show());
    model.shownProperty().addListener(any -> show());
    show();
  }

  private void show() {
    getChildren().clear();
    Meeting meeting = moving.meetingProperty().get();
    Asking.Time time = asking.timeProperty().get();
    setVisible(meeting != null || time != null);
    setManaged(isVisible());
    if (meeting != null) {
      show(meeting);
    } else if (time != null) {
      show(time);
    }
  }

  private Label title(String text) {
    Prose title = new Prose(text);
    title.getStyleClass().add("panel-title");
    return title;
  }

  private Label line(String text) {
    Prose line = new Prose(text);
    line.getStyleClass().add("text-muted");
    return line;
  }

  private static HBox close(Button button) {
    HBox line = new HBox(button);
    line.getStyleClass().add("close-line");
    return line;
  }

  private void show(Meeting meeting) {
    getChildren()
        .addAll(
            title(meeting.invitee().name()),
            line(meeting.title()),
            line(words.day(words.date(meeting.start()))),
            line(words.span(meeting.start(), meeting.end())));
    if (!meeting.place().isEmpty()) {
      getChildren().add(line(meeting.place()));
    }
    Instant to = moving.toProperty().get();
    if (to == null) {
      Prose hint = new Prose(words.get("calendar.dragHint"));
      hint.getStyleClass().addAll("text-muted", "hint");
      getChildren().addAll(hint, times());
    } else {
      Prose asks =
          new Prose(
              words.get("calendar.moveTo", words.shortDay(words.date(to)) + ", " + words.time(to)));
      asks.setId("move-to");
      asks.getStyleClass().add("row-title");
      Button move = Buttons.main("calendar-move", words.get("bookings.move.do"), moving::move);
      move.disableProperty().bind(moving.busyProperty());
      getChildren()
          .addAll(
              asks,
              Field.area("calendar-note", words.get("bookings.note"), moving.noteProperty(), 3),
              Wrong.of("calendar-move", Trouble.said(moving.refusedProperty(), words)),
              move);
    }
    getChildren().add(close(Buttons.quiet("calendar-close", words.get("cancel"), moving::dismiss)));
  }

  private FlowPane times() {
    FlowPane chips = new FlowPane(6, 6);
    moving.free().stream()
        .filter(start -> start.isAfter(model.now()))
        .limit(MOST_TIMES)
        .forEach(
            start -> {
              ToggleButton choose =
                  new ToggleButton(words.shortDay(words.date(start)) + ", " + words.time(start));
              choose.getStyleClass().add("time-toggle");
              choose.setOnAction(event -> moving.drop(start));
              chips.getChildren().add(choose);
            });
    return chips;
  }

  private void show(Asking.Time time) {
    getChildren()
        .addAll(
            title(words.day(words.date(time.start()))), line(words.span(time.start(), time.end())));
    if (!asking.typesProperty().get().isEmpty()) {
      getChildren()
          .add(
              Field.choice(
                  "why-type",
                  words.get("calendar.why"),
                  asking.typeProperty(),
                  List.copyOf(asking.typesProperty().get().keySet()),
                  slug -> asking.typesProperty().get().getOrDefault(slug, slug)));
      getChildren().addAll(answer(asking.answerProperty().get()));
    }
    Button take = Buttons.other("take-busy", words.get("calendar.takeBusy"), asking::takeBusy);
    take.disableProperty().bind(asking.busyProperty());
    getChildren()
        .addAll(
            Field.text("busy-summary", words.get("calendar.busySummary"), asking.summaryProperty()),
            take,
            Wrong.of("take-busy", Trouble.said(asking.refusedProperty(), words)));
    model.shownProperty().get().busy().stream()
        .filter(
            busy ->
                busy.manual()
                    && busy.start().isBefore(time.end())
                    && busy.end().isAfter(time.start()))
        .forEach(
            busy ->
                getChildren()
                    .add(
                        Buttons.quiet(
                            "give-free",
                            words.get("calendar.giveFree", busy.summary()),
                            () -> asking.deleteBusy(busy.id()))));
    getChildren().add(close(Buttons.quiet("calendar-close", words.get("cancel"), asking::dismiss)));
  }

  private List<Label> answer(Asking.@Nullable Answer answer) {
    if (answer == null) {
      return List.of();
    }
    List<Label> said = new ArrayList<>();
    Prose head =
        new Prose(words.get(answer.offered() ? "calendar.bookable" : "calendar.notBookable"));
    head.setId("why");
    head.getStyleClass().add("row-title");
    said.add(head);
    for (String reason : answer.reasons()) {
      Prose line = new Prose("• " + words.page("reason." + reason));
      line.getStyleClass().addAll("why-reason", "reason-" + reason);
      said.add(line);
    }
    return List.copyOf(said);
  }
}
