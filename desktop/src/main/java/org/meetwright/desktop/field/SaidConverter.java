package org.meetwright.desktop.field;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/// Says what can be chosen from a list, where nothing is typed.
public final class SaidConverter<T> extends StringConverter<T> {
  private final Function<T, String> words;

  /// Creates it.
  public SaidConverter(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T value) {
    return value == null ? "" : words.apply(value);
  }

  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("Nothing is typed here");
  }
}
