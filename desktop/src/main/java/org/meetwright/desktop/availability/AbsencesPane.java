package org.meetwright.desktop.availability;

import java.time.LocalDate;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.field.FormFields;
import org.meetwright.desktop.field.Wrong;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The absences that are not over, and the form for one.
final class AbsencesPane extends VBox {
  private final AbsenceList absences;
  private final Words words;
  private final VBox list = new VBox(4);
  private final VBox standing = new VBox(4);
  private final VBox form = new VBox(12);

  AbsencesPane(AbsenceList absences, ObjectProperty<LocalDate> date) {
    super(12);
    this.absences = absences;
    this.words = absences.words();
    FormFields fields = new FormFields(words, absences.form(), "absence", "absence");
    Button add =
        Buttons.other(
            "absence-new",
            words.page("absence.new"),
            () -> {
              absences.begin(date.get(), date.get());
              form.setVisible(true);
            });
    Button save = Buttons.main("absence-save", words.page("form.save"), absences::save);
    save.disableProperty().bind(absences.busyProperty());
    Button not = Buttons.quiet("absence-not", words.get("cancel"), () -> form.setVisible(false));
    form.getChildren()
        .addAll(
            fields.date("from"),
            fields.date("to"),
            fields.text("fromTime"),
            fields.text("toTime").hint(words.page("absence.timesHint")),
            fields.text("note").hint(words.page("absence.noteHint")),
            fields.text("redirect").hint(words.page("absence.redirectHint")),
            new HBox(8, save, not));
    form.getStyleClass().add("quote");
    form.setVisible(false);
    form.managedProperty().bind(form.visibleProperty());
    add.visibleProperty().bind(form.visibleProperty().not());
    add.managedProperty().bind(add.visibleProperty());
    getChildren()
        .addAll(
            list,
            add,
            form,
            Wrong.of("absences", Trouble.said(absences.refusedProperty(), words)),
            standing);
    absences.all().addListener((ListChangeListener<AbsenceList.Absence>) any -> show());
    absences.standing().addListener((ListChangeListener<String>) any -> stand());
    absences
        .busyProperty()
        .addListener(
            (any, before, now) -> {
              boolean saved =
                  !now && !absences.form().isWrong() && absences.refusedProperty().get() == null;
              if (saved) {
                form.setVisible(false);
              }
            });
    show();
  }

  private void show() {
    list.getChildren().clear();
    if (absences.all().isEmpty()) {
      Prose none = new Prose(words.page("absence.none"));
      none.getStyleClass().add("text-muted");
      list.getChildren().add(none);
    }
    for (AbsenceList.Absence one : absences.all()) {
      Prose when = new Prose(one.when());
      when.getStyleClass().add("row-title");
      VBox text = new VBox(2, when);
      if (!one.note().isEmpty()) {
        Prose note = new Prose(one.note());
        note.getStyleClass().add("text-muted");
        text.getChildren().add(note);
      }
      HBox.setHgrow(text, Priority.ALWAYS);
      HBox row =
          new HBox(
              4,
              text,
              Buttons.icon(
                  "absence-change",
                  "fth-edit-2",
                  words.page("absence.change"),
                  () -> {
                    absences.change(one);
                    form.setVisible(true);
                  }),
              Buttons.icon(
                  "absence-delete",
                  "fth-trash-2",
                  words.page("absence.delete"),
                  () -> absences.delete(one)));
      row.setAlignment(Pos.CENTER_LEFT);
      list.getChildren().add(row);
    }
  }

  private void stand() {
    standing.getChildren().clear();
    if (!absences.standing().isEmpty()) {
      Prose hint = new Prose(words.page("absence.standing"));
      hint.getStyleClass().add("wrong");
      standing.getChildren().add(hint);
      absences.standing().forEach(one -> standing.getChildren().add(new Label(one)));
    }
  }
}
