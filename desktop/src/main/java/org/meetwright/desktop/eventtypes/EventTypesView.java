package org.meetwright.desktop.eventtypes;

import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.shell.Screen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of what can be booked: cards, and in their place the one that is being changed.
public final class EventTypesView implements Screen {
  private final EventTypesViewModel model;
  private final Words words;
  private final Consumer<String> copy;
  private final StackPane root = new StackPane();
  private final VBox cards = new VBox(12);
  private final VBox made = new VBox(4);

  /// Creates it.
  ///
  /// @param copy puts a text on the clipboard
  public EventTypesView(EventTypesViewModel model, Consumer<String> copy) {
    this.model = model;
    this.words = model.words();
    this.copy = copy;
    root.setId("event-types");
    Region list = list();
    Region editor = new EditorView(model.editor(), model).root();
    editor.visibleProperty().bind(model.editor().openProperty());
    list.visibleProperty().bind(model.editor().openProperty().not());
    root.getChildren().addAll(list, editor);
    model.cards().addListener((ListChangeListener<Card>) any -> show());
    model.loadedProperty().addListener(any -> show());
    model
        .editor()
        .openProperty()
        .addListener(
            any -> {
              made.getChildren().clear();
              show();
            });
    show();
  }

  private Region list() {
    Button add = Buttons.main("new-event-type", words.page("type.new"), model::begin);
    add.setGraphic(Icons.of("fth-plus"));
    return new Page(
        "event-type-list",
        words.get("place.eventTypes"),
        words.page("type.lead"),
        add,
        Trouble.said(model.refusedProperty(), words),
        made,
        cards);
  }

  private void show() {
    cards.getChildren().clear();
    if (model.cards().isEmpty() && model.loadedProperty().get()) {
      cards
          .getChildren()
          .add(new Blank("fth-layers", words.page("share.none"), words.page("type.newLead")));
    }
    int last = model.cards().size() - 1;
    for (int i = 0; i <= last; i++) {
      cards
          .getChildren()
          .add(new CardPane(model.cards().get(i), model, this::linkMade, copy, i > 0, i < last));
    }
  }

  private void linkMade(String link) {
    copy.accept(link);
    Label title = new Label(words.page("type.linkMade"));
    title.getStyleClass().add("row-title");
    Label address = new Label(link);
    address.setId("one-time-link");
    Prose copied = new Prose(words.get("guide.copied") + " " + words.page("type.linkHint"));
    copied.getStyleClass().addAll("text-muted", "hint");
    VBox note = new VBox(4, title, address, copied);
    note.getStyleClass().add("quote");
    made.getChildren().setAll(note);
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
