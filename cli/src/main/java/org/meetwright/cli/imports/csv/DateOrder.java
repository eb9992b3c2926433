package org.meetwright.cli.imports.csv;

import org.meetwright.core.value.InvalidValueException;

/// The order of day and month in dates of numbers with slashes.
public enum DateOrder {
  /// As in 12/31/2026.
  MDY("M/d/yyyy"),
  /// As in 31/12/2026.
  DMY("d/M/yyyy");

  private final String pattern;

  DateOrder(String pattern) {
    this.pattern = pattern;
  }

  String pattern() {
    return pattern;
  }

  /// Returns the order of a word.
  ///
  /// @throws InvalidValueException if it is neither mdy nor dmy
  public static DateOrder of(String word) {
    return switch (word) {
      case "mdy" -> MDY;
      case "dmy" -> DMY;
      default ->
          throw new InvalidValueException(
              "", "must be mdy or dmy, not " + InvalidValueException.shown(word));
    };
  }
}
