package org.meetwright.desktop.bookings;

import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.field.SaidConverter;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of all bookings: the list, and beside it the one that is chosen.
public final class BookingsView implements Screen {
  private static final List<String> STATUSES =
      List.of("", "pending", "confirmed", "cancelled", "declined");

  private final BookingsViewModel model;
  private final Words words;
  private final BorderPane root = new BorderPane();
  private final ListView<Row> list;
  private final TextField search = new TextField();

  /// Creates it.
  public BookingsView(BookingsViewModel model) {
    this.model = model;
    this.words = model.words();
    this.list = list();
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox left = new VBox(16, head(), list);
    left.getStyleClass().add("list-side");
    root.setCenter(left);
    root.setRight(new DetailsView(model.details()).root());
    root.setId("bookings");
    root.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.isShortcutDown() && event.getCode() == KeyCode.F) {
            search.requestFocus();
            event.consume();
          }
        });
  }

  private Region head() {
    Label title = new Label(words.get("place.bookings"));
    title.getStyleClass().add("page-title");
    search.setId("search");
    search.setPromptText(words.get("bookings.search"));
    search.setAccessibleText(words.get("bookings.search"));
    search.textProperty().bindBidirectional(model.textProperty());
    ComboBox<Filter.Span> span = new ComboBox<>();
    span.setId("span");
    span.getItems().setAll(Filter.Span.values());
    span.setConverter(
        new SaidConverter<>(
            value -> words.get("bookings.span." + value.name().toLowerCase(Locale.ROOT))));
    span.valueProperty().bindBidirectional(model.spanProperty());
    span.setAccessibleText(words.get("bookings.when"));
    ComboBox<String> status = new ComboBox<>();
    status.setId("status");
    status.getItems().setAll(STATUSES);
    status.setConverter(
        new SaidConverter<>(
            value -> words.get(value.isEmpty() ? "bookings.anyStatus" : "status." + value)));
    status.setValue(model.statusProperty().get());
    model.statusProperty().bind(status.valueProperty());
    status.setAccessibleText(words.get("bookings.status"));
    for (Region choice : List.of(span, status)) {
      choice.setMinWidth(Region.USE_PREF_SIZE);
    }
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox line = new HBox(8, title, space, span, status);
    line.setAlignment(Pos.CENTER_LEFT);
    return new VBox(16, line, search);
  }

  private ListView<Row> list() {
    ListView<Row> rows = new ListView<>(model.rows());
    rows.setId("booking-list");
    rows.setCellFactory(any -> new BookingCell(words, model::reached));
    rows.getStyleClass().addAll("card", "booking-list");
    Blank none =
        new Blank("fth-calendar", words.get("bookings.none"), words.get("bookings.noneHint"));
    none.visibleProperty().bind(model.loadedProperty());
    rows.setPlaceholder(none);
    rows.getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (any, before, now) -> {
              if (now != null) {
                model.details().show(now.meeting());
              }
            });
    model
        .rows()
        .addListener((ListChangeListener<Row>) any -> Platform.runLater(() -> keepChosen(rows)));
    return rows;
  }

  /// A changed row is another object: the booking that is looked at stays chosen.
  private void keepChosen(ListView<Row> rows) {
    var meeting = model.details().meetingProperty().get();
    if (meeting == null) {
      return;
    }
    for (int i = 0; i < rows.getItems().size(); i++) {
      if (rows.getItems().get(i).meeting().id().equals(meeting.id())) {
        rows.getSelectionModel().select(i);
        return;
      }
    }
  }

  @Override
  public Region root() {
    return root;
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public ObservableValue<@Nullable Trouble> trouble() {
    return model.troubleProperty();
  }
}
