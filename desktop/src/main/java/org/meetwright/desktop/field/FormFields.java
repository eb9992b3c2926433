package org.meetwright.desktop.field;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.text.Words;

/// Makes the fields of a form. A field `a.b` of the form `type` is found as `#type-a-b`, and is
/// called `type.b` by the words of the pages (or those of the app) unless another key is given.
public final class FormFields {
  private final Words words;
  private final UnaryOperator<String> label;
  private final Form form;
  private final String name;
  private final String id;

  /// Creates it.
  ///
  /// @param name of the form, with which the keys of its words begin
  /// @param id with which the ids of its fields begin
  public FormFields(Words words, Form form, String name, String id) {
    this(words, words::page, form, name, id);
  }

  /// Creates the same for a form that no page has: its words are the app's own.
  public static FormFields ofApp(Words words, Form form, String name, String id) {
    return new FormFields(words, words::get, form, name, id);
  }

  private FormFields(Words words, UnaryOperator<String> label, Form form, String name, String id) {
    this.words = words;
    this.label = label;
    this.form = form;
    this.name = name;
    this.id = id;
  }

  /// Returns a field for a line of text.
  public Field text(String field) {
    return text(field, key(field));
  }

  /// Returns the same, called otherwise.
  public Field text(String field, String key) {
    return told(field, Field.text(id(field), label.apply(key), form.text(field)));
  }

  /// Returns a field for a password.
  public Field password(String field) {
    return told(field, Field.password(id(field), label.apply(key(field)), form.text(field)));
  }

  /// Returns the same, called otherwise.
  public Field password(String field, String key) {
    return told(field, Field.password(id(field), label.apply(key), form.text(field)));
  }

  /// Returns a field for the path of a file, with a button to choose it.
  ///
  /// @param choose returns the file that the host chooses
  public Field file(String field, String key, Supplier<Optional<Path>> choose) {
    return told(field, Field.file(id(field), label.apply(key), form.text(field), words, choose));
  }

  /// Returns a field for a text of several lines.
  public Field area(String field, int lines) {
    return area(field, key(field), lines);
  }

  /// Returns the same, called otherwise.
  public Field area(String field, String key, int lines) {
    return told(field, Field.area(id(field), label.apply(key), form.text(field), lines));
  }

  /// Returns a field to choose one of several values.
  ///
  /// @param said what the host reads for each
  public Field choice(
      String field, String key, List<String> values, Function<String, String> said) {
    return told(field, Field.choice(id(field), label.apply(key), form.text(field), values, said));
  }

  /// Returns a field for a date.
  public Field date(String field) {
    return told(field, Field.date(id(field), label.apply(key(field)), form.text(field)));
  }

  /// Returns a field for a length of time, in minutes.
  public Field amount(String field, String key) {
    return told(field, Field.amount(id(field), label.apply(key), form.text(field), words));
  }

  /// Returns a box to tick.
  public Field check(String field, String key) {
    return told(field, Field.check(id(field), label.apply(key), form.flag(field)));
  }

  private Field told(String field, Field made) {
    return made.wrong(form.wrong(field));
  }

  private String id(String field) {
    return id + "-" + field.replace('.', '-');
  }

  private String key(String field) {
    return name + "." + field.substring(field.lastIndexOf('.') + 1);
  }
}
