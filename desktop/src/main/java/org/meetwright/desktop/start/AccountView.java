package org.meetwright.desktop.start;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.text.Words;

/// The form for the first account on this computer.
public final class AccountView {
  private final VBox root = new VBox(16);

  /// Creates it.
  ///
  /// @param back goes back to the doors
  public AccountView(AccountViewModel model, Runnable back) {
    Words words = model.words();
    Label title = new Label(words.get("account.title"));
    title.getStyleClass().add("panel-title");
    Prose hint = new Prose(words.get("account.hint"));
    hint.getStyleClass().add("text-muted");
    Prose error = new Prose();
    error.setId("account-error");
    error.getStyleClass().add("wrong");
    error.saidProperty().bind(model.errorProperty());
    error.visibleProperty().bind(model.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    Button create = Buttons.main("create", words.get("account.button"), model::create);
    create.setDefaultButton(true);
    create.disableProperty().bind(model.busyProperty());
    HBox buttons = new HBox(8, create, Buttons.quiet("back", words.get("back"), back));
    buttons.setAlignment(Pos.CENTER_LEFT);
    Field handle =
        field(model, AccountViewModel.HANDLE, words.get("account.handle"))
            .hint(words.get("account.handleHint"));
    root.getStyleClass().addAll("panel", "card");
    root.setMaxSize(440, Region.USE_PREF_SIZE);
    root.getChildren()
        .addAll(
            title,
            hint,
            field(model, AccountViewModel.NAME, words.get("account.name")),
            handle,
            field(model, AccountViewModel.EMAIL, words.get("account.email")),
            password(model),
            error,
            buttons);
  }

  private static Field password(AccountViewModel model) {
    Words words = model.words();
    String id = AccountViewModel.PASSWORD;
    Field field =
        Field.password(id, words.get("account.password"), model.text(id))
            .hint(words.get("account.passwordHint"))
            .wrong(model.error(id));
    return watched(model, id, field);
  }

  private static Field field(AccountViewModel model, String id, String label) {
    return watched(model, id, Field.text(id, label, model.text(id)).wrong(model.error(id)));
  }

  private static Field watched(AccountViewModel model, String id, Field field) {
    field
        .input()
        .focusedProperty()
        .addListener(
            (any, before, now) -> {
              if (!now) {
                model.left(id);
              }
            });
    return field;
  }

  /// Returns what to show.
  public Region root() {
    return root;
  }
}
