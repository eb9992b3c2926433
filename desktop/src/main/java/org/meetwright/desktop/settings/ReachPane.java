package org.meetwright.desktop.settings;

import java.util.Locale;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.field.FileChoice;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Wrong;
import org.meetwright.desktop.task.Attempts;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// At which address the server on this computer is reached, and how the way is encrypted.
final class ReachPane extends VBox {
  private final ServerViewModel model;
  private final Words words;

  ReachPane(ServerViewModel model, FileChoice files) {
    super(16);
    this.model = model;
    this.words = model.words();
    FormFields fields = FormFields.ofApp(words, model.form(), "server", "server");
    Prose running = new Prose();
    running.setId("server-running");
    running.getStyleClass().add("quote");
    running.saidProperty().bind(model.shown(state -> words.get("server.running", state.url()), ""));
    Field certificate =
        fields.file(
            "server.tls.certificate",
            "server.certificate",
            () -> files.existing(words.get("server.certificate")));
    Field key =
        fields.file("server.tls.key", "server.key", () -> files.existing(words.get("server.key")));
    Field proxies = fields.text("server.trustedProxies", "server.proxies");
    onlyWith("files", certificate.hint(words.get("server.certificateHint")));
    onlyWith("files", key.hint(words.get("server.keyHint")));
    onlyWith("proxy", proxies.hint(words.get("server.proxiesHint")));
    getChildren()
        .addAll(
            running,
            fixable(
                "server.publicUrl",
                fields
                    .text("server.publicUrl", "server.publicUrl")
                    .hint(words.get("server.publicUrlHint"))),
            fixable(
                "server.host",
                fields.choice("server.host", "server.host", ServerViewModel.HOSTS, this::hostName)),
            fixable("server.port", fields.text("server.port", "server.port")),
            fields
                .choice(
                    "encryption",
                    "server.encryption",
                    ServerViewModel.ENCRYPTIONS,
                    one -> words.get("server.encryption." + one))
                .hint(words.get("server.encryptionHint")),
            fixable("server.tls.certificate", certificate),
            fixable("server.tls.key", key),
            fixable("server.trustedProxies", proxies),
            buttons(model, "server"),
            outcome(model));
  }

  private String hostName(String host) {
    return switch (host) {
      case "127.0.0.1" -> words.get("server.host.here");
      case "0.0.0.0" -> words.get("server.host.network");
      default -> host;
    };
  }

  private void onlyWith(String encryption, Node field) {
    field
        .visibleProperty()
        .bind(model.form().text("encryption").map(encryption::equals).orElse(false));
    field.managedProperty().bind(field.visibleProperty());
  }

  private Field fixable(String setting, Field field) {
    return fixable(model, setting, field);
  }

  /// Has a field that the environment decides say so.
  static Field fixable(ServerViewModel model, String setting, Field field) {
    ObservableValue<Boolean> fixed = model.shown(state -> state.fixed().contains(setting), false);
    field.input().disableProperty().bind(fixed);
    Prose why =
        new Prose(
            model
                .words()
                .get(
                    "server.fixed",
                    "MEETWRIGHT_" + setting.replace('.', '_').toUpperCase(Locale.ROOT)));
    why.getStyleClass().addAll("text-muted", "hint");
    why.visibleProperty().bind(fixed);
    why.managedProperty().bind(why.visibleProperty());
    field.getChildren().add(why);
    return field;
  }

  /// Returns the buttons below what is set.
  static HBox buttons(ServerViewModel model, String id, Button... more) {
    Button save = Buttons.main(id + "-save", model.words().get("server.save"), model::save);
    save.disableProperty().bind(model.changedProperty().not().or(model.attempts().busyProperty()));
    Button discard = Buttons.quiet(id + "-discard", model.words().get("discard"), model::discard);
    discard.visibleProperty().bind(model.changedProperty());
    HBox row = new HBox(8, save);
    row.getChildren().addAll(more);
    row.getChildren().add(discard);
    return row;
  }

  /// Returns what came of the last thing that was done, below its button.
  static VBox outcome(ServerViewModel model) {
    Attempts attempts = model.attempts();
    VBox outcome =
        new VBox(
            8,
            Wrong.of("server", Trouble.said(attempts.refusedProperty(), model.words())),
            SettingsView.done("server-done", attempts.saidProperty()));
    outcome
        .visibleProperty()
        .bind(attempts.refusedProperty().isNotNull().or(attempts.saidProperty().isNotEmpty()));
    outcome.managedProperty().bind(outcome.visibleProperty());
    return outcome;
  }
}
