package org.meetwright.desktop.connections;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Blank;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Icons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Page;
import org.meetwright.desktop.screen.WorkingScreen;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The screen of connected calendars.
public final class ConnectionsView extends WorkingScreen {
  private static final List<String> KINDS = List.of("caldav", "ics");

  private final ConnectionsViewModel model;
  private final Words words;
  private final Page root;
  private final VBox cards = new VBox(16);

  /// Creates it.
  public ConnectionsView(ConnectionsViewModel model) {
    super(model.work());
    this.model = model;
    this.words = model.work().words();
    Button add = Buttons.main("connect-new", words.page("calendar.new"), model::begin);
    add.setGraphic(Icons.of("fth-plus"));
    root =
        new Page(
            "connections",
            words.get("place.connections"),
            words.page("calendar.lead"),
            add,
            Trouble.said(model.work().refusedProperty(), words),
            form(),
            cards);
    model.accounts().addListener((ListChangeListener<Account>) any -> show());
    model.work().loadedProperty().addListener(any -> show());
    model.renewingProperty().addListener(any -> show());
    show();
  }

  private Region form() {
    FormFields fields = new FormFields(words, model.form(), "calendar", "connect");
    Field kind =
        fields.choice("kind", "calendar.new", KINDS, one -> words.page("calendar.kind." + one));
    Prose lead = new Prose();
    lead.getStyleClass().add("text-muted");
    lead.saidProperty()
        .bind(model.form().text("kind").map(one -> words.page("calendar." + one + "Lead")));
    Button connect = Buttons.main("connect", words.page("calendar.connect"), model::connect);
    connect.disableProperty().bind(model.work().busyProperty());
    VBox card =
        new VBox(
            16,
            kind,
            lead,
            fields.text("url", "calendar.urlOrEmail"),
            fields.text("user"),
            fields.password("password").hint(words.page("calendar.passwordHint")),
            fields.text("name"),
            new HBox(
                8, connect, Buttons.quiet("connect-not", words.get("cancel"), model::dismiss)));
    card.getStyleClass().addAll("card", "block");
    card.setMaxWidth(640);
    card.visibleProperty().bind(model.addingProperty());
    card.managedProperty().bind(card.visibleProperty());
    return card;
  }

  private void show() {
    cards.getChildren().clear();
    if (model.accounts().isEmpty() && model.work().loadedProperty().get()) {
      cards
          .getChildren()
          .add(
              new Blank(
                  "fth-link-2", words.get("connections.none"), words.page("calendar.caldavLead")));
    }
    model.accounts().forEach(account -> cards.getChildren().add(new AccountPane(account, model)));
  }

  @Override
  public Region root() {
    return root;
  }
}
