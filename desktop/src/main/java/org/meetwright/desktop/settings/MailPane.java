package org.meetwright.desktop.settings;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.Field;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.text.Words;

/// By which mail server the server on this computer sends mail.
final class MailPane extends VBox {
  MailPane(ServerViewModel model) {
    super(16);
    Words words = model.words();
    FormFields fields = FormFields.ofApp(words, model.form(), "server", "server");
    Prose lead = new Prose(words.get("server.mailHint"));
    lead.getStyleClass().add("text-muted");
    Field password = fields.password("mail.smtp.password", "server.mailPassword");
    Prose kept = new Prose(words.get("server.mailPasswordKept"));
    kept.getStyleClass().addAll("text-muted", "hint");
    kept.visibleProperty()
        .bind(model.shown(state -> state.secrets().contains("mail.smtp.password"), false));
    kept.managedProperty().bind(kept.visibleProperty());
    password.getChildren().add(kept);
    Button test = Buttons.other("mail-test", words.get("server.mailTest"), model::sendTestMail);
    test.disableProperty().bind(model.attempts().busyProperty());
    getChildren()
        .addAll(
            lead,
            fixable(model, "mail.smtp.host", fields.text("mail.smtp.host", "server.mailHost")),
            fixable(
                model,
                "mail.smtp.tls",
                fields.choice(
                    "mail.smtp.tls",
                    "server.mailTls",
                    ServerViewModel.MAIL_TLS,
                    one -> words.get("server.mailTls." + one))),
            fixable(
                model,
                "mail.smtp.port",
                fields
                    .text("mail.smtp.port", "server.mailPort")
                    .hint(words.get("server.mailPortHint"))),
            fixable(model, "mail.smtp.user", fields.text("mail.smtp.user", "server.mailUser")),
            fixable(model, "mail.smtp.password", password),
            fixable(
                model,
                "mail.from",
                fields.text("mail.from", "server.mailFrom").hint(words.get("server.mailFromHint"))),
            fields.text("to", "server.mailTo").hint(words.get("server.mailToHint")),
            ReachPane.buttons(model, "mail", test),
            ReachPane.outcome(model));
  }

  private static Field fixable(ServerViewModel model, String setting, Field field) {
    return ReachPane.fixable(model, setting, field);
  }
}
