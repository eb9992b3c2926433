package org.meetwright.desktop.today;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.text.Words;

/// The inbox of requests.
final class RequestsView extends VBox {
  private final Requests requests;
  private final Words words;
  private final VBox rows = new VBox();
  private final List<Request> shown = new ArrayList<>();

  RequestsView(Requests requests, Words words) {
    super(12);
    this.requests = requests;
    this.words = words;
    setId("requests");
    VBox card = new VBox(rows, note());
    card.getStyleClass().addAll("card", "rows");
    getChildren().addAll(head(), card);
    requests.list().addListener((ListChangeListener<Request>) any -> show());
    show();
  }

  private HBox head() {
    Label title = new Label();
    title.getStyleClass().add("block-title");
    requests
        .list()
        .addListener(
            (ListChangeListener<Request>)
                any -> title.setText(words.get("today.requests", requests.list().size())));
    title.setText(words.get("today.requests", requests.list().size()));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button all = Buttons.quiet("choose-all", words.get("today.chooseAll"), requests::chooseAll);
    all.visibleProperty().bind(Bindings.size(requests.list()).greaterThan(1));
    Button decline =
        Buttons.other(
            "decline", words.get("today.decline"), () -> requests.decliningProperty().set(true));
    Button approve = Buttons.main("approve", words.get("today.approve"), requests::approve);
    for (Button button : List.of(decline, approve)) {
      button
          .disableProperty()
          .bind(requests.chosenProperty().isEqualTo(0).or(requests.busyProperty()));
      button.visibleProperty().bind(Bindings.isNotEmpty(requests.list()));
    }
    HBox head = new HBox(8, title, space, all, decline, approve);
    head.setAlignment(Pos.CENTER_LEFT);
    return head;
  }

  private VBox note() {
    Label label = new Label(words.get("today.note"));
    label.getStyleClass().add("field-label");
    TextArea text = new TextArea();
    text.setId("note");
    text.setPrefRowCount(2);
    text.wrapTextProperty().bind(text.textProperty().map(typed -> !Prose.isRightToLeft(typed)));
    text.setAccessibleText(words.get("today.note"));
    text.textProperty().bindBidirectional(requests.noteProperty());
    Button send = Buttons.danger("send-decline", words.get("today.decline"), requests::decline);
    send.disableProperty().bind(requests.chosenProperty().isEqualTo(0).or(requests.busyProperty()));
    Button keep =
        Buttons.quiet("keep", words.get("cancel"), () -> requests.decliningProperty().set(false));
    VBox note = new VBox(8, label, text, new HBox(8, send, keep));
    note.getStyleClass().add("note");
    note.visibleProperty().bind(requests.decliningProperty());
    note.managedProperty().bind(requests.decliningProperty());
    requests
        .decliningProperty()
        .addListener(
            (any, before, now) -> {
              if (now) {
                text.requestFocus();
              }
            });
    return note;
  }

  private void show() {
    if (!rows.getChildren().isEmpty() && shown.equals(requests.list())) {
      return;
    }
    shown.clear();
    shown.addAll(requests.list());
    rows.getChildren().clear();
    if (shown.isEmpty()) {
      Label none = new Label(words.get("today.noRequests"));
      none.getStyleClass().addAll("text-muted", "row");
      none.setGraphic(Icons.of("fth-check-circle"));
      none.setGraphicTextGap(12);
      rows.getChildren().add(none);
    }
    shown.forEach(request -> rows.getChildren().add(row(request)));
  }

  private Node row(Request request) {
    CheckBox chosen = new CheckBox();
    chosen.setId("choose-" + request.meeting().id());
    chosen.selectedProperty().bindBidirectional(request.chosenProperty());
    Label who = new Label(request.meeting().invitee().name());
    who.getStyleClass().add("row-title");
    Label what = new Label(request.meeting().title());
    what.getStyleClass().add("text-muted");
    Label notes = new Label(request.meeting().notes().replace('\n', ' '));
    notes.getStyleClass().add("text-muted");
    notes.setManaged(!request.meeting().notes().isEmpty());
    Prose refused = new Prose();
    refused.getStyleClass().add("wrong");
    refused.saidProperty().bind(request.refusedProperty());
    refused.managedProperty().bind(request.refusedProperty().isNotEmpty());
    VBox middle = new VBox(2, who, what, notes, refused);
    HBox.setHgrow(middle, Priority.ALWAYS);
    Label when = new Label(request.when());
    when.setMinWidth(Region.USE_PREF_SIZE);
    when.getStyleClass().add("row-when");
    HBox row = new HBox(16, chosen, middle, when);
    chosen.setAccessibleText(who.getText() + ", " + what.getText() + ", " + when.getText());
    row.setAlignment(Pos.CENTER_LEFT);
    row.getStyleClass().add("row");
    row.setOnMouseClicked(event -> chosen.fire());
    return row;
  }
}
