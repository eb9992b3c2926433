package org.meetwright.desktop.bookings;

import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.meeting.Meeting;
import org.meetwright.desktop.text.Words;

/// A row of the list.
final class BookingCell extends ListCell<Row> {
  private final Words words;
  private final IntConsumer reached;
  private final Label day = new Label();
  private final Label who = new Label();
  private final Label what = new Label();
  private final Label status = new Label();
  private final VBox all;

  /// Creates it.
  ///
  /// @param reached hears which row is shown
  BookingCell(Words words, IntConsumer reached) {
    this.words = words;
    this.reached = reached;
    day.getStyleClass().add("list-day");
    who.getStyleClass().add("row-title");
    what.getStyleClass().add("text-muted");
    status.setMinWidth(Region.USE_PREF_SIZE);
    VBox middle = new VBox(2, who, what);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox row = new HBox(16, middle, status);
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("list-row");
    all = new VBox(day, row);
    // As wide as the list, so that a long name is cut and not the row.
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Row row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      setGraphic(null);
      return;
    }
    reached.accept(getIndex());
    Meeting meeting = row.meeting();
    day.setText(row.day());
    day.setVisible(!row.day().isEmpty());
    day.setManaged(!row.day().isEmpty());
    who.setText(meeting.invitee().name());
    what.setText(row.time() + " · " + meeting.title());
    String word = meeting.noShow() ? "noShow" : meeting.status().word();
    status.setText(words.get("status." + word));
    status.getStyleClass().setAll("pill", word);
    setAccessibleText(who.getText() + ", " + what.getText() + ", " + status.getText());
    setGraphic(all);
  }
}
