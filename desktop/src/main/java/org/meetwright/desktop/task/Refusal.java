package org.meetwright.desktop.task;

import org.jspecify.annotations.Nullable;

/// Says that the app itself cannot do what was asked. The message is for the host: what is wrong,
/// and the next step.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;
  private final String field;

  /// Creates it.
  ///
  /// @param code a word that stays
  /// @param field what is wrong; empty if it is no field
  public Refusal(String code, String field, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.code = code;
    this.field = field;
  }

  /// Returns the word for it.
  public String code() {
    return code;
  }

  /// Returns the field that is wrong; empty if it is none.
  public String field() {
    return field;
  }
}
