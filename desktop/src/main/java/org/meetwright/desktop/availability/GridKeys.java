package org.meetwright.desktop.availability;

import java.time.DayOfWeek;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// The keys of the week: where the cursor is, and what it does.
final class GridKeys {
  private static final int MORNING = 9 * 60;

  private final AvailabilityViewModel model;
  private final DayOfWeek first;
  private final Runnable moved;
  private DayOfWeek day;
  private int anchor = MORNING;
  private int head = MORNING;
  private @Nullable DayOfWeek copied;

  GridKeys(AvailabilityViewModel model, DayOfWeek first, Runnable moved) {
    this.model = model;
    this.first = first;
    this.moved = moved;
    this.day = first;
  }

  DayOfWeek day() {
    return day;
  }

  /// Returns what is chosen.
  Week.Span span() {
    return new Week.Span(Math.min(anchor, head), Math.max(anchor, head) + WeekGrid.STEP);
  }

  void moveTo(DayOfWeek to, int minute) {
    day = to;
    anchor = minute;
    head = minute;
  }

  void press(KeyEvent event) {
    boolean known = event.isShortcutDown() ? shortcut(event.getCode()) : plain(event);
    if (known) {
      event.consume();
      moved.run();
    }
  }

  private boolean shortcut(KeyCode code) {
    switch (code) {
      case C -> copied = day;
      case V -> {
        if (copied != null) {
          model.copy(copied, List.of(day));
        }
      }
      case Z -> model.undo();
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean plain(KeyEvent event) {
    switch (event.getCode()) {
      case UP -> vertical(-WeekGrid.STEP, event.isShiftDown());
      case DOWN -> vertical(WeekGrid.STEP, event.isShiftDown());
      case PAGE_UP -> vertical(-4 * WeekGrid.STEP, event.isShiftDown());
      case PAGE_DOWN -> vertical(4 * WeekGrid.STEP, event.isShiftDown());
      case LEFT -> horizontal(rightToLeft() ? 1 : -1);
      case RIGHT -> horizontal(rightToLeft() ? -1 : 1);
      case SPACE, ENTER ->
          model.paint(day, span(), !model.weekProperty().get().isOpen(day, span().start()));
      case DELETE, BACK_SPACE -> model.paint(day, span(), false);
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean rightToLeft() {
    return model.words().rightToLeft();
  }

  private void vertical(int by, boolean extend) {
    head = Math.clamp(head + by, 0, Week.DAY - WeekGrid.STEP);
    if (!extend) {
      anchor = head;
    }
  }

  /// Moves among the days of the week as they stand there, and not out of it.
  private void horizontal(int by) {
    int column = Math.floorMod(day.getValue() - first.getValue(), 7) + by;
    if (column >= 0 && column < 7) {
      day = first.plus(column);
    }
  }
}
