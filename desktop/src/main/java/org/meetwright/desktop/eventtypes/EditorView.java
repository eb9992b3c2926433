package org.meetwright.desktop.eventtypes;

import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.change.ChangesPane;
import org.meetwright.desktop.change.MonthPane;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.text.Words;

/// The event type that is being changed: its fields, and beside them what invitees would see.
final class EditorView {
  private final Editor editor;
  private final Words words;
  private final BorderPane root = new BorderPane();

  EditorView(Editor editor, EventTypesViewModel list) {
    this.editor = editor;
    this.words = editor.words();
    Button back = Buttons.quiet("type-back", words.page("type.all"), editor::close);
    back.setGraphic(Icons.of(words.rightToLeft() ? "fth-arrow-right" : "fth-arrow-left"));
    back.disableProperty().bind(editor.changedProperty());
    Label title = new Label();
    title.getStyleClass().add("page-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> {
                  String name = editor.form().value("name");
                  return name.isEmpty() ? words.page("type.new") : name;
                },
                editor.form().text("name")));
    HBox line = new HBox(back);
    VBox fields = new VBox(16, line, title, new Sections(editor, list).root());
    fields.getStyleClass().add("page");
    ScrollPane scroll = new ScrollPane(fields);
    scroll.setFitToWidth(true);
    root.setCenter(scroll);
    root.setRight(side());
    root.setBottom(foot());
    root.setId("event-type");
    editor.openProperty().addListener(any -> scroll.setVvalue(0));
  }

  private Region side() {
    MonthPane month = new MonthPane(words, editor.monthProperty(), editor::turn);
    ScrollPane scroll = new ScrollPane(month);
    scroll.setFitToWidth(true);
    VBox side = new VBox(scroll);
    side.getStyleClass().add("type-side");
    side.setPrefWidth(340);
    side.setMinWidth(300);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    return side;
  }

  private Region foot() {
    ChangesPane changes =
        new ChangesPane(
            words,
            words.get("eventTypes.same"),
            editor.changedProperty(),
            editor.changesProperty(),
            editor.refusedProperty());
    HBox.setHgrow(changes, Priority.ALWAYS);
    Button discard =
        Buttons.other("type-discard", words.get("availability.discard"), editor::discard);
    Button save = Buttons.main("type-save", words.page("form.save"), editor::save);
    discard.disableProperty().bind(editor.changedProperty().not().or(editor.busyProperty()));
    save.disableProperty().bind(editor.changedProperty().not().or(editor.busyProperty()));
    HBox foot = new HBox(8, changes, discard, save);
    foot.setAlignment(Pos.CENTER_LEFT);
    foot.getStyleClass().add("foot");
    return foot;
  }

  Region root() {
    return root;
  }
}
