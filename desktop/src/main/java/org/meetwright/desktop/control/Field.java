package org.meetwright.desktop.control;

import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;

/// A text to type, with its label above, and what is wrong with it below.
public final class Field extends VBox {
  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("error");

  private final TextInputControl input;

  private Field(String id, String label, TextInputControl input, StringProperty text) {
    super(4);
    this.input = input;
    Label above = new Label(label);
    above.getStyleClass().add("field-label");
    above.setLabelFor(input);
    input.setId(id);
    input.setAccessibleText(label);
    input.textProperty().bindBidirectional(text);
    getChildren().addAll(above, input);
    getStyleClass().add("field");
  }

  /// Returns a field for a line of text.
  public static Field text(String id, String label, StringProperty text) {
    return new Field(id, label, new TextField(), text);
  }

  /// Returns a field for a password.
  public static Field password(String id, String label, StringProperty text) {
    return new Field(id, label, new PasswordField(), text);
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
    Prose below = new Prose();
    below.setId(input.getId() + "-error");
    below.getStyleClass().addAll("wrong", "hint");
    below.saidProperty().bind(reason);
    below.visibleProperty().bind(below.saidProperty().isNotEmpty());
    below.managedProperty().bind(below.visibleProperty());
    below
        .saidProperty()
        .addListener((any, before, now) -> input.pseudoClassStateChanged(WRONG, !now.isEmpty()));
    getChildren().add(below);
    return this;
  }

  /// Returns where to type.
  public TextInputControl input() {
    return input;
  }
}
