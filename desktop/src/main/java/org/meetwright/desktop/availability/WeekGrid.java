package org.meetwright.desktop.availability;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// A week to paint: by mouse, press and drag; by keyboard, move with the arrows, extend with Shift,
/// and open or close with Space.
final class WeekGrid extends Pane {
  static final double GUTTER = 64;
  static final int STEP = 30;

  private static final double HOUR = 26;
  private static final double NARROW = 120;
  private static final int DAYS = 7;

  private final AvailabilityViewModel model;
  private final DateTimeFormatter format;
  private final DayOfWeek first;
  private final GridKeys keys;
  private @Nullable Stroke stroke;

  /// What is being painted by mouse.
  private record Stroke(DayOfWeek day, int from, int to, boolean open) {
    Week.Span span() {
      return new Week.Span(Math.min(from, to), Math.max(from, to) + STEP);
    }
  }

  WeekGrid(AvailabilityViewModel model) {
    this.model = model;
    this.format =
        DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(model.words().locale());
    this.first = WeekFields.of(model.words().locale()).getFirstDayOfWeek();
    this.keys = new GridKeys(model, first, this::draw);
    setId("week");
    getStyleClass().add("week");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.TABLE_VIEW);
    setMinHeight(24 * HOUR + 1);
    setPrefHeight(24 * HOUR + 1);
    setOnMousePressed(this::press);
    setOnMouseDragged(this::drag);
    setOnMouseReleased(this::release);
    setOnKeyPressed(keys::press);
    model.weekProperty().addListener(any -> draw());
    widthProperty().addListener(any -> draw());
    focusedProperty().addListener(any -> draw());
    draw();
  }

  /// Returns the days, as the columns have them.
  DayOfWeek day(int column) {
    return first.plus(column);
  }

  private double column() {
    return Math.max(0, getWidth() - GUTTER) / DAYS;
  }

  private double y(int minute) {
    return minute / 60.0 * HOUR;
  }

  private int minute(double y) {
    int minute = (int) (y / HOUR * 60) / STEP * STEP;
    return Math.clamp(minute, 0, Week.DAY - STEP);
  }

  private void press(MouseEvent event) {
    requestFocus();
    double x = event.getX() - GUTTER;
    if (event.getButton() != MouseButton.PRIMARY || x < 0) {
      return;
    }
    DayOfWeek day = day(Math.clamp((int) (x / column()), 0, DAYS - 1));
    int minute = minute(event.getY());
    stroke = new Stroke(day, minute, minute, !model.weekProperty().get().isOpen(day, minute));
    keys.moveTo(day, minute);
    draw();
  }

  private void drag(MouseEvent event) {
    Stroke now = stroke;
    if (now != null) {
      stroke = new Stroke(now.day(), now.from(), minute(event.getY()), now.open());
      draw();
    }
  }

  private void release(MouseEvent event) {
    Stroke done = stroke;
    stroke = null;
    if (done != null) {
      model.paint(done.day(), done.span(), done.open());
      draw();
    }
  }

  private void draw() {
    getChildren().clear();
    lines();
    Week week = model.weekProperty().get();
    Stroke now = stroke;
    if (now != null) {
      week = week.painted(now.day(), now.span(), now.open());
    }
    for (int column = 0; column < DAYS; column++) {
      for (Week.Span span : week.spans(day(column))) {
        block(column, span);
      }
    }
    if (isFocused()) {
      cursor();
    }
  }

  private void lines() {
    for (int hour = 0; hour <= 24; hour++) {
      Region line = new Region();
      line.getStyleClass().add("hour-line");
      put(line, GUTTER, y(hour * 60), Math.max(0, getWidth() - GUTTER), 1);
      if (hour > 0 && hour < 24) {
        Label label = new Label(format.format(LocalTime.of(hour, 0)));
        label.getStyleClass().add("hour");
        put(label, 0, y(hour * 60) - HOUR / 2, GUTTER - 8, HOUR);
      }
    }
    for (int column = 0; column <= DAYS; column++) {
      Region line = new Region();
      line.getStyleClass().add("hour-line");
      put(line, GUTTER + column * column(), 0, 1, y(Week.DAY));
    }
  }

  private void block(int column, Week.Span span) {
    String between = column() < NARROW ? "\n" : " – ";
    Label block = new Label(time(span.start()) + between + time(span.end()));
    block.getStyleClass().add("open-block");
    put(
        block,
        GUTTER + column * column() + 3,
        y(span.start()) + 1,
        Math.max(0, column() - 5),
        y(span.end()) - y(span.start()) - 1);
  }

  private void cursor() {
    Region cursor = new Region();
    cursor.getStyleClass().add("week-cursor");
    int column = Math.floorMod(keys.day().getValue() - first.getValue(), DAYS);
    Week.Span span = keys.span();
    put(
        cursor,
        GUTTER + column * column() + 1,
        y(span.start()),
        Math.max(0, column() - 1),
        y(span.end()) - y(span.start()) + 1);
    setAccessibleText(
        keys.day().getDisplayName(TextStyle.FULL_STANDALONE, model.words().locale())
            + ", "
            + time(span.start())
            + " – "
            + time(span.end())
            + ", "
            + model
                .words()
                .get(
                    model.weekProperty().get().isOpen(keys.day(), span.start())
                        ? "availability.open"
                        : "availability.closed"));
  }

  private String time(int minute) {
    return format.format(LocalTime.ofSecondOfDay(minute % Week.DAY * 60L));
  }

  private void put(Region node, double x, double y, double width, double height) {
    node.setManaged(false);
    node.setMouseTransparent(true);
    node.resizeRelocate(x, y, width, height);
    getChildren().add(node);
  }
}
