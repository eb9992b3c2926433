package org.meetwright.desktop.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// The hours of a day, or of the days of a week: open hours and absences behind, busy times, and
/// meetings to drag. An empty time is asked about by a click, or dragged out.
final class TimeGrid extends Pane {
  static final double HOUR = 44;
  static final double GUTTER = 64;

  private static final int STEP = 15;
  private static final int MINUTES = 24 * 60;
  private static final double LEAST = 16;
  private static final double SHORT = 24;
  private static final Duration USUAL = Duration.ofMinutes(30);
  private static final PseudoClass MOVING = PseudoClass.getPseudoClass("moving");

  private final CalendarViewModel model;
  private final Words words;
  private final DateTimeFormatter format;
  private @Nullable ZoneId second;
  private @Nullable Drag drag;

  /// What is being dragged: a meeting, from where it was taken, or an empty time.
  private record Drag(@Nullable Meeting meeting, Instant from, Instant at, Duration held) {}

  TimeGrid(CalendarViewModel model) {
    this.model = model;
    this.words = model.words();
    this.format = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(words.locale());
    setId("grid");
    getStyleClass().add("time-grid");
    setMinHeight(24 * HOUR + 1);
    setPrefHeight(24 * HOUR + 1);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    model.shownProperty().addListener(any -> draw());
    model.layoutProperty().addListener(any -> draw());
    model.moving().free().addListener((ListChangeListener<Instant>) any -> draw());
    model.moving().meetingProperty().addListener(any -> draw());
    model.moving().toProperty().addListener(any -> draw());
    model.asking().timeProperty().addListener(any -> draw());
    widthProperty().addListener(any -> draw());
    draw();
  }

  /// Shows the hours of a second zone too.
  ///
  /// @param zone null for none
  void second(@Nullable ZoneId zone) {
    second = zone;
    draw();
  }

  double gutter() {
    return second == null ? GUTTER : 2 * GUTTER;
  }

  private int days() {
    return model.shownProperty().get().days();
  }

  private LocalDate first() {
    return model.shownProperty().get().first();
  }

  private double column() {
    return Math.max(0, getWidth() - gutter()) / days();
  }

  private static double y(int minute) {
    return minute / 60.0 * HOUR;
  }

  private int minute(Instant instant) {
    LocalTime time = instant.atZone(words.zone()).toLocalTime();
    return time.getHour() * 60 + time.getMinute();
  }

  private Instant instant(double x, double y) {
    int day = Math.clamp((int) ((x - gutter()) / Math.max(1, column())), 0, days() - 1);
    int minute = Math.clamp((long) (y / HOUR * 60) / STEP * STEP, 0, MINUTES - STEP);
    return first()
        .plusDays(day)
        .atTime(LocalTime.ofSecondOfDay(minute * 60L))
        .atZone(words.zone())
        .toInstant();
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY && event.getX() > gutter()) {
      Instant at = instant(event.getX(), event.getY());
      drag = new Drag(null, at, at, Duration.ZERO);
    }
  }

  private void take(MouseEvent event, Meeting meeting) {
    if (event.getButton() == MouseButton.PRIMARY) {
      Instant at = at(event);
      drag = new Drag(meeting, at, at, Duration.between(meeting.start(), at));
      model.beginMove(meeting);
      event.consume();
    }
  }

  private Instant at(MouseEvent event) {
    var here = sceneToLocal(event.getSceneX(), event.getSceneY());
    return instant(here.getX(), here.getY());
  }

  private void drag(MouseEvent event) {
    Drag now = drag;
    if (now != null) {
      drag = new Drag(now.meeting(), now.from(), at(event), now.held());
      draw();
    }
  }

  private void release(MouseEvent event) {
    Drag done = drag;
    drag = null;
    if (done == null) {
      return;
    }
    if (done.meeting() != null) {
      if (!done.at().equals(done.from())) {
        model.moving().drop(done.at().minus(done.held()));
      }
    } else if (done.at().isAfter(done.from())) {
      model.ask(done.from(), Duration.between(done.from(), done.at()).plusMinutes(STEP));
    } else {
      model.ask(done.from(), USUAL);
    }
    draw();
  }

  private void draw() {
    getChildren().clear();
    Shown shown = model.shownProperty().get();
    boolean moves = !model.moving().free().isEmpty();
    pseudoClassStateChanged(MOVING, moves);
    shown.open().forEach(span -> band(span.start(), span.end(), "open-hours", ""));
    lines();
    shown.away().forEach(span -> band(span.start(), span.end(), "away-hours", span.note()));
    shown.busy().forEach(busy -> band(busy.start(), busy.end(), "busy-block", busy.summary()));
    free();
    Map<UUID, Lanes> lanes = Lanes.of(shown.meetings());
    for (Meeting meeting : shown.meetings()) {
      block(meeting, lanes.getOrDefault(meeting.id(), new Lanes(0, 1)));
    }
    asked();
    now();
  }

  private void lines() {
    for (int hour = 0; hour <= 24; hour++) {
      Region line = new Region();
      line.getStyleClass().add("hour-line");
      put(line, gutter(), y(hour * 60), Math.max(0, getWidth() - gutter()), 1);
      if (hour > 0 && hour < 24) {
        hour(hour);
      }
    }
    for (int column = 0; column <= days(); column++) {
      Region line = new Region();
      line.getStyleClass().add("hour-line");
      put(line, gutter() + column * column(), 0, 1, y(MINUTES));
    }
  }

  private void hour(int hour) {
    LocalTime time = LocalTime.of(hour, 0);
    label(format.format(time), gutter() - GUTTER, hour);
    ZoneId other = second;
    if (other != null) {
      label(
          format.format(first().atTime(time).atZone(words.zone()).withZoneSameInstant(other)),
          0,
          hour);
    }
  }

  private void label(String text, double x, int hour) {
    Label label = new Label(text);
    label.getStyleClass().add("hour");
    put(label, x, y(hour * 60) - HOUR / 2, GUTTER - 8, HOUR);
  }

  /// Draws a span over each of its days.
  private void band(Instant start, Instant end, String style, String text) {
    for (int day = 0; day < days(); day++) {
      Instant from = first().plusDays(day).atStartOfDay(words.zone()).toInstant();
      Instant until = first().plusDays(day + 1L).atStartOfDay(words.zone()).toInstant();
      Instant begins = start.isAfter(from) ? start : from;
      Instant ends = end.isBefore(until) ? end : until;
      if (begins.isBefore(ends)) {
        int last = ends.equals(until) ? MINUTES : minute(ends);
        Label band = new Label(text);
        band.getStyleClass().add(style);
        put(
            band,
            gutter() + day * column() + 1,
            y(minute(begins)),
            Math.max(0, column() - 1),
            Math.max(1, y(last) - y(minute(begins))));
      }
    }
  }

  private void block(Meeting meeting, Lanes lanes) {
    int day = (int) (words.date(meeting.start()).toEpochDay() - first().toEpochDay());
    if (day < 0 || day >= days()) {
      return;
    }
    Label block =
        new Label(
            words.time(meeting.start())
                + " "
                + meeting.invitee().name()
                + (height(meeting) < SHORT ? " · " : "\n")
                + meeting.title());
    block.setId("meeting-" + meeting.id());
    block.getStyleClass().addAll("day-meeting", "meeting-block", meeting.status().word());
    if (!meeting.end().isAfter(model.now())) {
      block.getStyleClass().add("past");
    }
    block.setFocusTraversable(true);
    block.setAccessibleText(
        words.day(words.date(meeting.start()))
            + ", "
            + words.span(meeting.start(), meeting.end())
            + ", "
            + meeting.invitee().name()
            + ", "
            + meeting.title());
    block.setOnMousePressed(event -> take(event, meeting));
    block.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
            model.beginMove(meeting);
            event.consume();
          }
        });
    double width = (column() - 6) / lanes.of();
    Instant start = position(meeting);
    int shownDay = (int) (words.date(start).toEpochDay() - first().toEpochDay());
    if (height(meeting) < SHORT) {
      block.getStyleClass().add("short");
    }
    place(
        block,
        gutter() + shownDay * column() + 3 + lanes.lane() * width,
        y(minute(start)) + 1,
        Math.max(0, width - 2),
        Math.max(LEAST, height(meeting) - 2));
  }

  /// A meeting that is dragged follows the pointer; dropped, it stands where it is to be moved to.
  private Instant position(Meeting meeting) {
    Drag now = drag;
    if (now != null && now.meeting() != null && now.meeting().id().equals(meeting.id())) {
      return now.at().minus(now.held());
    }
    Meeting moved = model.moving().meetingProperty().get();
    Instant to = model.moving().toProperty().get();
    return moved != null && moved.id().equals(meeting.id()) && to != null ? to : meeting.start();
  }

  private static double height(Meeting meeting) {
    return Duration.between(meeting.start(), meeting.end()).toMinutes() / 60.0 * HOUR;
  }

  private void free() {
    Meeting moved = model.moving().meetingProperty().get();
    if (moved == null) {
      return;
    }
    Duration length = Duration.between(moved.start(), moved.end());
    List<Instant> starts = model.moving().free();
    for (int i = 0; i < starts.size(); i++) {
      Instant end = starts.get(i).plus(length);
      Instant next = i + 1 < starts.size() ? starts.get(i + 1) : end;
      band(starts.get(i), next.isBefore(end) ? next : end, "free-time", "");
    }
  }

  private void asked() {
    Drag now = drag;
    if (now != null && now.meeting() == null) {
      Instant end = now.at().isAfter(now.from()) ? now.at() : now.from();
      band(now.from(), end.plus(Duration.ofMinutes(STEP)), "asked-time", "");
      return;
    }
    Asking.Time time = model.asking().timeProperty().get();
    if (time != null) {
      band(time.start(), time.end(), "asked-time", "");
    }
  }

  private void now() {
    int day = (int) (words.date(model.now()).toEpochDay() - first().toEpochDay());
    if (day >= 0 && day < days()) {
      Region line = new Region();
      line.getStyleClass().add("now-line");
      put(line, gutter() + day * column(), y(minute(model.now())) - 1, column(), 2);
    }
  }

  private void put(Region node, double x, double y, double width, double height) {
    node.setMouseTransparent(true);
    place(node, x, y, width, height);
  }

  private void place(Region node, double x, double y, double width, double height) {
    node.setManaged(false);
    node.resizeRelocate(x, y, width, height);
    getChildren().add(node);
  }
}
