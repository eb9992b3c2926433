package org.meetwright.core.question;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;

/// What an invitee answered to a question. Whether it fits the question is for [Question#read] to
/// say.
public sealed interface Answer {
  /// More options than a question has.
  int MOST_OPTIONS = 100;

  /// A text, also a telephone number or a number as it was typed.
  record Text(String text) implements Answer {
    @Override
    public String value() {
      return text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /// A number, to the digit.
  record Numeric(BigDecimal number) implements Answer {
    @Override
    public BigDecimal value() {
      return number;
    }

    @Override
    public String toString() {
      return number.toString();
    }
  }

  /// Yes or no.
  record YesNo(boolean yes) implements Answer {
    @Override
    public Boolean value() {
      return yes;
    }

    @Override
    public String toString() {
      return String.valueOf(yes);
    }
  }

  /// Options that were chosen.
  record Chosen(List<String> options) implements Answer {
    /// Creates the answer.
    ///
    /// @throws InvalidValueException if there are more than [#MOST_OPTIONS]
    public Chosen {
      if (options.size() > MOST_OPTIONS) {
        throw wrong();
      }
      options = List.copyOf(options);
    }

    @Override
    public List<String> value() {
      return options;
    }

    @Override
    public String toString() {
      return options.toString();
    }
  }

  /// The question was left open.
  record Open() implements Answer {
    @Override
    public @Nullable Object value() {
      return null;
    }

    @Override
    public String toString() {
      return "null";
    }
  }

  /// Returns the answer as it stands in JSON: a text, a [BigDecimal], a [Boolean], a list of texts,
  /// or null if the question was left open.
  @Nullable Object value();

  /// Returns the answer that a value of JSON stands for.
  ///
  /// @param value as a JSON reader returns it
  /// @throws InvalidValueException (with no field) if it stands for none
  static Answer of(@Nullable Object value) {
    return switch (value) {
      case null -> new Open();
      case String text -> new Text(text);
      case Boolean yes -> new YesNo(yes);
      case BigDecimal number -> new Numeric(number);
      case Number number -> number(number);
      case List<?> options -> chosen(options);
      default -> throw wrong();
    };
  }

  /// Returns answers as plain values, in the same order.
  static Map<UUID, @Nullable Object> values(Map<UUID, Answer> answers) {
    Map<UUID, @Nullable Object> values = new LinkedHashMap<>();
    answers.forEach((id, answer) -> values.put(id, answer.value()));
    return values;
  }

  /// Returns the answers that plain values stand for, in the same order.
  static Map<UUID, Answer> all(Map<UUID, @Nullable Object> values) {
    Map<UUID, Answer> answers = new LinkedHashMap<>();
    values.forEach((id, value) -> answers.put(id, of(value)));
    return answers;
  }

  private static Answer number(Number number) {
    try {
      return new Numeric(new BigDecimal(number.toString()));
    } catch (NumberFormatException tooLarge) {
      throw new InvalidValueException("", "must be a smaller number, not " + number);
    }
  }

  private static Answer chosen(List<?> options) {
    List<String> texts = new ArrayList<>();
    for (Object option : options) {
      if (!(option instanceof String text) || texts.size() == MOST_OPTIONS) {
        throw wrong();
      }
      texts.add(text);
    }
    return new Chosen(texts);
  }

  private static InvalidValueException wrong() {
    return new InvalidValueException(
        "",
        "must be a text, a number, true, false, or a list of at most " + MOST_OPTIONS + " texts");
  }
}
