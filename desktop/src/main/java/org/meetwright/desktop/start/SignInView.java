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

/// Signing in at a server.
public final class SignInView {
  private final VBox root = new VBox(16);

  /// Creates it.
  ///
  /// @param known whether the server is known, so that it is not asked for
  /// @param leave what goes another way, such as back to the doors
  /// @param leaving what the button for that says
  public SignInView(SignInViewModel model, boolean known, String leaving, Runnable leave) {
    Words words = model.words();
    Label title = new Label(words.get(known ? "signIn.again" : "signIn.title"));
    title.getStyleClass().add("panel-title");
    Prose hint = new Prose(words.get(known ? "signIn.againHint" : "signIn.hint"));
    hint.getStyleClass().add("text-muted");
    Field server =
        Field.text("server", words.get("signIn.server"), model.serverProperty())
            .wrong(model.serverErrorProperty());
    server.setDisable(known);
    Field email = Field.text("email", words.get("account.email"), model.emailProperty());
    Field password =
        Field.password("password", words.get("account.password"), model.passwordProperty());
    Field code =
        Field.text("code", words.get("signIn.code"), model.codeProperty())
            .hint(words.get("signIn.codeHint"))
            .wrong(model.codeErrorProperty());
    code.visibleProperty().bind(model.codeAskedProperty());
    code.managedProperty().bind(model.codeAskedProperty());
    model.codeAskedProperty().addListener((any, before, now) -> code.input().requestFocus());
    Button enter = Buttons.main("sign-in", words.get("signIn.button"), model::signIn);
    enter.setDefaultButton(true);
    enter.disableProperty().bind(model.busyProperty());
    HBox buttons = new HBox(8, enter, Buttons.quiet("leave", leaving, leave));
    buttons.setAlignment(Pos.CENTER_LEFT);
    root.getStyleClass().addAll("panel", "card");
    root.setMaxSize(440, Region.USE_PREF_SIZE);
    root.getChildren().addAll(title, hint, server, email, password, code, error(model), buttons);
  }

  private static Label error(SignInViewModel model) {
    Prose error = new Prose();
    error.setId("sign-in-error");
    error.getStyleClass().add("wrong");
    error.saidProperty().bind(model.errorProperty());
    error.visibleProperty().bind(model.errorProperty().isNotEmpty());
    error.managedProperty().bind(error.visibleProperty());
    return error;
  }

  /// Returns what to show.
  public Region root() {
    return root;
  }
}
