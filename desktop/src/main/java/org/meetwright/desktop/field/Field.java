package org.meetwright.desktop.field;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.DatePicker;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.control.Buttons;
import org.meetwright.desktop.control.Prose;
import org.meetwright.desktop.text.Words;

/// Something to type or choose, with its label above, and what is wrong with it below.
public final class Field extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final Control input;

  private Field(String id, String label, Control input, Node shown) {
    super(4);
    this.input = input;
    Prose above = new Prose(label);
    above.getStyleClass().add("field-label");
    above.setLabelFor(input);
    input.setId(id);
    input.setAccessibleText(label);
    getChildren().addAll(above, shown);
    getStyleClass().add("field");
  }

  private Field(CheckBox input) {
    super(4);
    this.input = input;
    getChildren().add(input);
    getStyleClass().add("field");
  }

  private static Field typed(String id, String label, TextInputControl input, StringProperty text) {
    input.textProperty().bindBidirectional(text);
    return new Field(id, label, input, input);
  }

  /// Returns a field for a line of text.
  public static Field text(String id, String label, StringProperty text) {
    return typed(id, label, new TextField(), text);
  }

  /// Returns a field for a password.
  public static Field password(String id, String label, StringProperty text) {
    return typed(id, label, new PasswordField(), text);
  }

  /// Returns a field for the path of a file, with a button to choose it.
  ///
  /// @param choose returns the file that the host chooses
  public static Field file(
      String id, String label, StringProperty path, Words words, Supplier<Optional<Path>> choose) {
    TextField input = new TextField();
    input.textProperty().bindBidirectional(path);
    HBox.setHgrow(input, Priority.ALWAYS);
    Button button =
        Buttons.other(
            id + "-choose",
            words.get("choose"),
            () -> choose.get().ifPresent(file -> path.set(file.toString())));
    return new Field(id, label, input, new HBox(8, input, button));
  }

  /// Returns a field for a text of several lines.
  public static Field area(String id, String label, StringProperty text, int lines) {
    TextArea area = new TextArea();
    area.setPrefRowCount(lines);
    area.wrapTextProperty().bind(text.map(typed -> !Prose.isRightToLeft(typed)));
    return typed(id, label, area, text);
  }

  /// Returns a field to choose one of several words.
  ///
  /// @param said what the host reads for each
  public static Field choice(
      String id,
      String label,
      StringProperty chosen,
      List<String> words,
      Function<String, String> said) {
    ComboBox<String> choice = new ComboBox<>();
    choice.getItems().setAll(words);
    choice.setConverter(
        new SaidConverter<>(
            value -> value.isEmpty() && !words.contains(value) ? "" : said.apply(value)));
    choice.setMaxWidth(Double.MAX_VALUE);
    choice.valueProperty().bindBidirectional(chosen);
    return new Field(id, label, choice, choice);
  }

  /// Returns a field for a date.
  ///
  /// @param text as the API writes it; what is no date stays as it was typed
  public static Field date(String id, String label, StringProperty text) {
    DatePicker picker = new DatePicker(date(text.get()));
    picker.setMaxWidth(Double.MAX_VALUE);
    text.addListener((any, before, now) -> picker.setValue(date(now)));
    picker
        .valueProperty()
        .addListener((any, before, now) -> text.set(now == null ? "" : now.toString()));
    return new Field(id, label, picker, picker);
  }

  private static @Nullable LocalDate date(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  /// Returns a field for a length of time.
  ///
  /// @param minutes how many
  public static Field amount(String id, String label, StringProperty minutes, Words words) {
    Amount amount = new Amount(id, label, minutes, words);
    return new Field(id, label, amount.number(), amount);
  }

  /// Returns a box to tick.
  public static Field check(String id, String label, BooleanProperty ticked) {
    CheckBox box = new CheckBox(label);
    box.setId(id);
    box.selectedProperty().bindBidirectional(ticked);
    return new Field(box);
  }

  /// Says below what the field is for.
  public Field hint(String hint) {
    Prose below = new Prose(hint);
    below.getStyleClass().addAll("text-muted", "hint");
    getChildren().add(below);
    return this;
  }

  /// Says below what is wrong, as long as that is not empty.
  public Field wrong(ObservableValue<String> reason) {
    Prose below = Wrong.of(input.getId(), reason);
    below
        .saidProperty()
        .addListener(
            (any, before, now) -> {
              input.pseudoClassStateChanged(WRONG, !now.isEmpty());
              if (!now.isEmpty()) {
                unfold();
              }
            });
    input.pseudoClassStateChanged(WRONG, !reason.getValue().isEmpty());
    getChildren().add(below);
    return this;
  }

  /// What is wrong is to be seen.
  private void unfold() {
    for (Node at = getParent(); at != null; at = at.getParent()) {
      if (at instanceof TitledPane pane) {
        pane.setExpanded(true);
      }
    }
  }

  /// Returns where to type.
  public Control input() {
    return input;
  }
}
