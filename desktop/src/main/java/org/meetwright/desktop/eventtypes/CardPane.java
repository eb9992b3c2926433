package org.meetwright.desktop.eventtypes;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Pill;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.text.Words;

/// The card of an event type.
final class CardPane extends HBox {
  private final MenuButton more = new MenuButton();

  CardPane(Card card, EventTypesViewModel model, Consumer<String> copy, boolean up, boolean down) {
    super(16);
    Words words = model.work().words();
    getStyleClass().addAll("card", "type-card");
    setAlignment(Pos.CENTER_LEFT);
    setId("type-" + card.link().substring(card.link().lastIndexOf('/') + 1));
    Region stripe = new Region();
    stripe.getStyleClass().add("stripe");
    stripe.setStyle("-fx-background-color: " + card.color());
    Label name = new Label(card.name());
    name.getStyleClass().add("door-title");
    HBox marks = new HBox(6, name);
    marks.setAlignment(Pos.CENTER_LEFT);
    card.marks().forEach(mark -> marks.getChildren().add(new Pill(mark, "cancelled")));
    Label detail = new Label(card.detail());
    detail.getStyleClass().add("text-muted");
    VBox text = new VBox(4, marks, detail);
    card.warnings()
        .forEach(
            warning -> {
              Prose said = new Prose(warning);
              said.getStyleClass().addAll("warned", "hint");
              text.getChildren().add(said);
            });
    text.setMinWidth(0);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button link =
        Buttons.icon(
            getId() + "-copy", "fth-link", words.get("guide.copy"), () -> copy.accept(card.link()));
    link.setTooltip(new Tooltip(words.get("guide.copy")));
    Button change =
        Buttons.other(getId() + "-open", words.page("hours.change"), () -> model.open(card.id()));
    more.setId(getId() + "-more");
    more.setGraphic(Icons.of("fth-more-horizontal"));
    more.setAccessibleText(words.page("type.moreOf", card.name()));
    more.getStyleClass().addAll("flat", "no-arrow");
    more.getItems()
        .addAll(
            item(words.page("type.duplicate"), () -> model.duplicate(card.id())),
            item(
                words.page(card.active() ? "type.switchOff" : "type.switchOn"),
                () -> model.switchOn(card.id(), !card.active())));
    if (up) {
      more.getItems().add(item(words.page("type.up"), () -> model.move(card.id(), -1)));
    }
    if (down) {
      more.getItems().add(item(words.page("type.down"), () -> model.move(card.id(), 1)));
    }
    setOnMouseClicked(event -> model.open(card.id()));
    change.setOnKeyPressed(
        event -> {
          if (event.isAltDown() && event.getCode() == KeyCode.UP && up) {
            model.move(card.id(), -1);
          } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN && down) {
            model.move(card.id(), 1);
          }
        });
    getChildren().addAll(stripe, text, link, change, more);
  }

  /// Adds something that can be done to its menu.
  void offer(String text, Runnable action) {
    more.getItems().add(item(text, action));
  }

  private static MenuItem item(String text, Runnable action) {
    MenuItem item = new MenuItem(text);
    item.setOnAction(event -> action.run());
    return item;
  }
}
