package org.meetwright.desktop.bookings;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The window: the server's address above, the host's bookings below.
public final class BookingsView {
  private final BookingsViewModel model;
  private final Consumer<String> browser;
  private final BorderPane root = new BorderPane();

  /// Creates the view.
  ///
  /// @param browser opens an address in the host's browser
  public BookingsView(BookingsViewModel model, Consumer<String> browser) {
    this.model = model;
    this.browser = browser;
    root.getStyleClass().add("bookings");
    root.setTop(header());
    root.setCenter(list());
    root.setBottom(problem());
  }

  /// Returns what to put into a scene.
  public Region root() {
    return root;
  }

  private Region header() {
    Label name = new Label();
    name.getStyleClass().add("title-2");
    name.textProperty()
        .bind(
            Bindings.when(model.hostProperty().isEmpty())
                .then("Meetwright")
                .otherwise(model.hostProperty()));
    Hyperlink address = new Hyperlink(model.address());
    address.setId("address");
    address.setOnAction(event -> browser.accept(model.address()));
    Label served = new Label("Server");
    served.getStyleClass().add("text-muted");
    HBox server = new HBox(6, served, address);
    server.setAlignment(Pos.CENTER_LEFT);
    Button refresh = new Button("Refresh");
    refresh.setId("refresh");
    refresh.disableProperty().bind(model.loadingProperty());
    refresh.setOnAction(event -> model.refresh());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox header = new HBox(12, new VBox(2, name, server), space, refresh);
    header.setAlignment(Pos.CENTER_LEFT);
    header.setPadding(new Insets(20, 24, 16, 24));
    return header;
  }

  private Region list() {
    ListView<BookingLine> list = new ListView<>(model.lines());
    list.setId("bookings");
    list.setCellFactory(any -> new BookingCell());
    Label empty = new Label("No bookings from today on");
    empty.getStyleClass().add("text-muted");
    list.setPlaceholder(empty);
    return list;
  }

  private Region problem() {
    Label problem = new Label();
    problem.setId("problem");
    problem.setWrapText(true);
    problem.getStyleClass().add("problem");
    problem.textProperty().bind(model.problemProperty());
    problem.visibleProperty().bind(model.problemProperty().isNotEmpty());
    problem.managedProperty().bind(problem.visibleProperty());
    problem.setMaxWidth(Double.MAX_VALUE);
    problem.setPadding(new Insets(12, 24, 12, 24));
    return problem;
  }
}
