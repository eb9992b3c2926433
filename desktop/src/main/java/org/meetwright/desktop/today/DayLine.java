package org.meetwright.desktop.today;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.meeting.Status;
import org.meetwright.desktop.text.Words;

/// The day as a column of hours, with its meetings and the present time.
final class DayLine extends Pane {
  private static final double HOUR = 30;
  private static final double GUTTER = 64;
  private static final double ABOVE = 8;
  private static final double GAP = 2;
  private static final double LEAST = 18;
  private static final int FIRST_HOUR = 9;
  private static final int LAST_HOUR = 17;
  private static final int MINUTES = 60;

  private final TodayViewModel model;
  private final Words words;
  private int first;
  private int last;

  DayLine(TodayViewModel model) {
    this.model = model;
    this.words = model.words();
    getStyleClass().add("day-line");
    model.day().addListener((ListChangeListener<Meeting>) any -> draw());
    model.nowProperty().addListener(any -> draw());
    widthProperty().addListener(any -> draw());
    draw();
  }

  private void draw() {
    getChildren().clear();
    first = model.day().stream().mapToInt(m -> time(m.start()).getHour()).min().orElse(FIRST_HOUR);
    first = Math.min(first, FIRST_HOUR);
    last = model.day().stream().mapToInt(this::lastHour).max().orElse(LAST_HOUR);
    last = Math.max(last, LAST_HOUR);
    setMinHeight((last - first) * HOUR + 2 * ABOVE);
    setPrefHeight((last - first) * HOUR + 2 * ABOVE);
    for (int hour = first; hour <= last; hour++) {
      hour(hour);
    }
    model.day().forEach(this::meeting);
    now();
  }

  private int lastHour(Meeting meeting) {
    ZonedDateTime end = meeting.end().atZone(words.zone());
    boolean past = !end.toLocalDate().equals(words.date(meeting.start()));
    return past ? 24 : end.getHour() + (end.getMinute() == 0 ? 0 : 1);
  }

  private LocalTime time(Instant instant) {
    return instant.atZone(words.zone()).toLocalTime();
  }

  private double y(Instant instant) {
    LocalTime time = time(instant);
    return ABOVE + (time.getHour() - first + time.getMinute() / (double) MINUTES) * HOUR;
  }

  private void hour(int hour) {
    double y = ABOVE + (hour - first) * HOUR;
    Region line = new Region();
    line.getStyleClass().add("hour-line");
    line.resizeRelocate(GUTTER, y, Math.max(0, getWidth() - GUTTER), 1);
    line.setManaged(false);
    Label label =
        new Label(
            words.time(
                ZonedDateTime.of(
                        words.date(model.nowProperty().get()),
                        LocalTime.of(hour % 24, 0),
                        words.zone())
                    .toInstant()));
    label.getStyleClass().add("hour");
    label.setManaged(false);
    label.resizeRelocate(0, y - HOUR / 2, GUTTER - 8, HOUR);
    getChildren().addAll(line, label);
  }

  private void meeting(Meeting meeting) {
    double top = y(meeting.start());
    double height =
        Math.max(
            LEAST,
            (meeting.end().getEpochSecond() - meeting.start().getEpochSecond()) * HOUR / 3600
                - GAP);
    String text = meeting.invitee().name() + " · " + meeting.title();
    Label block = new Label(text);
    block.getStyleClass().addAll("day-meeting", meeting.status().word());
    if (!meeting.end().isAfter(model.nowProperty().get())) {
      block.getStyleClass().add("past");
    }
    if (meeting.status() == Status.PENDING) {
      block.setText(text + " (" + words.get("status.pending") + ")");
    }
    block.setTooltip(new Tooltip(words.span(meeting.start(), meeting.end()) + "  " + text));
    block.setManaged(false);
    block.resizeRelocate(GUTTER + 4, top + 1, Math.max(0, getWidth() - GUTTER - 4), height);
    getChildren().add(block);
  }

  private void now() {
    double y = y(model.nowProperty().get());
    if (y >= ABOVE && y <= ABOVE + (last - first) * HOUR) {
      Region line = new Region();
      line.getStyleClass().add("now-line");
      line.setManaged(false);
      line.resizeRelocate(GUTTER - 4, y - 1, Math.max(0, getWidth() - GUTTER + 4), 2);
      getChildren().add(line);
    }
  }
}
