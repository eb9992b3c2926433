package org.meetwright.desktop.eventtypes;

import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.control.QrImage;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.screen.WorkingScreen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of what can be booked: cards, and in their place the one that is being changed.
public final class EventTypesView extends WorkingScreen {
  private static final int MODULE_PIXELS = 4;

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
    super(model.work());
    this.model = model;
    this.words = model.work().words();
    this.copy = copy;
    root.setId("event-types");
    Region list = list();
    Region editor = new EditorView(model.editor(), model).root();
    editor.visibleProperty().bind(model.editor().openProperty());
    list.visibleProperty().bind(model.editor().openProperty().not());
    root.getChildren().addAll(list, editor);
    model.cards().addListener((ListChangeListener<Card>) any -> show());
    model.work().loadedProperty().addListener(any -> show());
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
        Trouble.said(model.work().refusedProperty(), words),
        made,
        cards);
  }

  private void show() {
    cards.getChildren().clear();
    if (model.cards().isEmpty() && model.work().loadedProperty().get()) {
      cards
          .getChildren()
          .add(new Blank("fth-layers", words.page("share.none"), words.page("type.newLead")));
    }
    int last = model.cards().size() - 1;
    for (int i = 0; i <= last; i++) {
      cards.getChildren().add(card(model.cards().get(i), i > 0, i < last));
    }
  }

  private CardPane card(Card card, boolean up, boolean down) {
    CardPane pane = new CardPane(card, model, copy, up, down);
    pane.offer(words.page("type.oneLink"), () -> model.oneTimeLink(card.id(), this::linkMade));
    pane.offer(words.get("guide.qr"), () -> showCode(card));
    pane.offer(words.page("share.snippets"), () -> snippetMade(model.snippet(card)));
    return pane;
  }

  private void linkMade(String link) {
    copy.accept(link);
    note(words.page("type.linkMade"), link, words.page("type.linkHint"), "one-time-link");
  }

  private void snippetMade(String snippet) {
    copy.accept(snippet);
    note(words.page("share.snippets"), snippet, "", "snippet");
  }

  private void note(String title, String copied, String hint, String id) {
    Prose text = new Prose(copied);
    text.setId(id);
    Prose below = new Prose((words.get("guide.copied") + " " + hint).strip());
    below.getStyleClass().addAll("text-muted", "hint");
    tell(title, text, below);
  }

  private void showCode(Card card) {
    ImageView code = new ImageView(QrImage.of(card.link(), MODULE_PIXELS));
    code.setId("qr");
    code.setAccessibleText(words.get("guide.qr"));
    tell(card.name(), code, new Label(card.link()));
  }

  private void tell(String title, Node... parts) {
    Label first = new Label(title);
    first.getStyleClass().add("row-title");
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button close =
        Buttons.icon("note-close", "fth-x", words.get("close"), () -> made.getChildren().clear());
    VBox note = new VBox(8, new HBox(8, first, space, close));
    note.getChildren().addAll(parts);
    note.getStyleClass().add("quote");
    made.getChildren().setAll(note);
  }

  @Override
  public Region root() {
    return root;
  }
}
