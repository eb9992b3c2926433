package org.meetwright.core.value;

import org.jspecify.annotations.Nullable;

/// A value from outside is not valid. The message says what is allowed and shows the value; it is
/// meant for the sender.
public final class InvalidValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN = 80;

  private final String field;

  /// Creates the exception.
  ///
  /// @param field the field's name as its sender knows it, for example `invitee.email`
  /// @param message what is allowed and what was given, one sentence
  public InvalidValueException(String field, String message) {
    super(message);
    this.field = field;
  }

  /// Returns the name of the field, as its sender knows it.
  public String field() {
    return field;
  }

  /// Returns the same complaint about the field inside another one.
  ///
  /// @param outer the name of the field that holds this one, for example `invitee`
  public InvalidValueException inside(String outer) {
    String name = field.isEmpty() || field.startsWith("[") ? outer + field : outer + "." + field;
    return new InvalidValueException(name, String.valueOf(getMessage()));
  }

  /// Returns a value as it can be shown in a message: quoted, on one line, cut after 80 characters.
  public static String shown(@Nullable Object value) {
    String text = String.valueOf(value);
    String cut = text.length() > SHOWN ? text.substring(0, SHOWN) + "..." : text;
    // Half a surrogate pair could not be sent in UTF-8.
    return '"' + cut.replaceAll("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]", "?") + '"';
  }
}
