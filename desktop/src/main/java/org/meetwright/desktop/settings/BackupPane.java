package org.meetwright.desktop.settings;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.FileChoice;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.text.Words;

/// All data of the server on this computer, into a file and back.
final class BackupPane extends VBox {
  private static final String NAME = "meetwright.backup";

  private final ServerViewModel model;
  private final Words words;

  BackupPane(ServerViewModel model, FileChoice files) {
    super(24);
    this.model = model;
    this.words = model.words();
    getChildren().addAll(backup(files), ReachPane.outcome(model), restore(files));
  }

  private VBox backup(FileChoice files) {
    FormFields fields = FormFields.ofApp(words, model.backup(), "server", "backup");
    Button write = Buttons.main("back-up", words.get("server.backUp"), model::backUp);
    write.disableProperty().bind(model.attempts().busyProperty());
    return new VBox(
        12,
        lead("server.backupHint"),
        fields.file(
            "file", "server.backupFile", () -> files.fresh(words.get("server.backUp"), NAME)),
        fields.password("passphrase").hint(words.get("server.passphraseHint")),
        write);
  }

  private VBox restore(FileChoice files) {
    FormFields fields = FormFields.ofApp(words, model.restore(), "server", "restore");
    Label title = new Label(words.get("server.restore"));
    title.getStyleClass().add("block-title");
    VBox sure =
        new VBox(
            8,
            new Prose(words.get("server.restoreSure")),
            Buttons.danger("restore-sure", words.get("server.restoreDo"), model::restoreBackup));
    sure.getStyleClass().add("quote");
    sure.setVisible(false);
    sure.managedProperty().bind(sure.visibleProperty());
    Button ask =
        Buttons.other(
            "restore", words.get("server.restoreAsk"), () -> sure.setVisible(!sure.isVisible()));
    ask.disableProperty()
        .bind(model.attempts().busyProperty().or(model.restore().text("file").isEmpty()));
    return new VBox(
        12,
        title,
        lead("server.restoreHint"),
        fields.file(
            "file", "server.restoreFile", () -> files.existing(words.get("server.restore"))),
        fields.password("passphrase"),
        new HBox(ask),
        sure);
  }

  private Prose lead(String key) {
    Prose lead = new Prose(words.get(key));
    lead.getStyleClass().add("text-muted");
    return lead;
  }
}
