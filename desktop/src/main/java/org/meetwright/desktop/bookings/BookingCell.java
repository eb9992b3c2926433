package org.meetwright.desktop.bookings;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Shows one booking.
final class BookingCell extends ListCell<BookingLine> {
  private final Label day = new Label();
  private final Label time = new Label();
  private final Label title = new Label();
  private final Label detail = new Label();
  private final Label status = new Label();
  private final HBox row;

  BookingCell() {
    day.getStyleClass().add("text-muted");
    time.getStyleClass().add("time");
    title.getStyleClass().add("text-bold");
    detail.getStyleClass().add("text-muted");
    status.getStyleClass().add("status");
    VBox when = new VBox(2, time, day);
    when.setMinWidth(230);
    VBox what = new VBox(2, title, detail);
    HBox.setHgrow(what, Priority.ALWAYS);
    row = new HBox(16, when, what, status);
    row.setAlignment(Pos.CENTER_LEFT);
    row.setPadding(new Insets(8, 12, 8, 12));
  }

  @Override
  protected void updateItem(@Nullable BookingLine line, boolean empty) {
    super.updateItem(line, empty);
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    day.setText(line.day());
    time.setText(line.time());
    title.setText(line.title());
    detail.setText(line.detail());
    status.setText(line.status());
    status.getStyleClass().setAll("status", line.status());
    row.setOpacity(
        line.status().equals("cancelled") || line.status().equals("declined") ? 0.55 : 1);
    setGraphic(row);
  }
}
