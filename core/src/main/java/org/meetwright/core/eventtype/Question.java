package org.meetwright.core.eventtype;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import tools.jackson.databind.JsonNode;

/// Something that an invitee is asked when he books.
///
/// @param label the question, at most 200 characters
/// @param required whether a booking needs an answer
/// @param options what can be chosen; only, and always, with [Kind#ONE_OF] and [Kind#MANY_OF]
public record Question(UUID id, String label, Kind kind, boolean required, List<String> options) {
  private static final int LONGEST_LINE = 500;
  private static final int LONGEST_TEXT = 5000;
  private static final int MOST_OPTIONS = 50;

  /// What an answer looks like.
  public enum Kind {
    TEXT("text"),
    LONG_TEXT("longText"),
    ONE_OF("oneOf"),
    MANY_OF("manyOf"),
    YES_NO("yesNo"),
    PHONE("phone"),
    NUMBER("number");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /// Returns the word that stands for the kind outside the program.
    public String word() {
      return word;
    }

    /// Returns the kind of a word.
    ///
    /// @throws InvalidValueException (field `kind`) if there is none
    public static Kind of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.word.equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidValueException(
                      "kind",
                      "must be text, longText, oneOf, manyOf, yesNo, phone or number, not "
                          + InvalidValueException.shown(word)));
    }

    /// Returns whether answers are chosen from the question's options.
    public boolean hasOptions() {
      return this == ONE_OF || this == MANY_OF;
    }
  }

  /// Creates the question.
  ///
  /// @throws InvalidValueException if the label is not valid or the options do not fit the kind
  public Question {
    label = Text.line("label", label, 200);
    options = options.stream().map(option -> Text.line("options", option, 200)).toList();
    if (kind.hasOptions() == options.isEmpty() || options.size() > MOST_OPTIONS) {
      throw new InvalidValueException(
          "options",
          kind.hasOptions()
              ? "must have 1 to " + MOST_OPTIONS + " entries, not " + options.size()
              : "must be empty for a question of the kind " + kind.word());
    }
    if (new HashSet<>(options).size() < options.size()) {
      throw new InvalidValueException("options", "must differ from each other: " + options);
    }
  }

  /// Checks an answer.
  ///
  /// @param answer the answer as JSON; null if none was given
  /// @throws InvalidValueException (field: this question's id) if it is missing or does not fit
  public void check(@Nullable JsonNode answer) {
    if (answer == null || isBlank(answer)) {
      if (required) {
        throw wrong("needs an answer");
      }
      return;
    }
    switch (kind) {
      case TEXT -> Text.line(field(), text(answer), LONGEST_LINE);
      case LONG_TEXT -> Text.lines(field(), text(answer), LONGEST_TEXT);
      case ONE_OF -> checkChosen(text(answer));
      case MANY_OF -> checkAllChosen(answer);
      case YES_NO -> checkYesNo(answer);
      case PHONE -> checkPhone(text(answer));
      case NUMBER -> checkNumber(answer);
    }
  }

  private static boolean isBlank(JsonNode answer) {
    return answer.isNull()
        || (answer.isString() && answer.stringValue().isBlank())
        || (answer.isArray() && answer.isEmpty());
  }

  private void checkAllChosen(JsonNode answer) {
    if (!answer.isArray()) {
      throw wrong("must be a list of " + String.join(", ", options));
    }
    answer.forEach(chosen -> checkChosen(text(chosen)));
  }

  private void checkChosen(String chosen) {
    if (!options.contains(chosen)) {
      throw wrong(
          "must be one of "
              + String.join(", ", options)
              + ", not "
              + InvalidValueException.shown(chosen));
    }
  }

  private void checkYesNo(JsonNode answer) {
    if (!answer.isBoolean()) {
      throw wrong("must be true or false, not " + InvalidValueException.shown(answer));
    }
  }

  private void checkPhone(String number) {
    if (!number.strip().matches("\\+?[0-9][0-9 ()/.-]{2,29}")) {
      throw wrong(
          "must be a telephone number like +49 30 123456, not "
              + InvalidValueException.shown(number));
    }
  }

  private void checkNumber(JsonNode answer) {
    try {
      String number = answer.isNumber() || answer.isString() ? answer.asString().strip() : "";
      // What is too large for a double reads Infinity.
      if (number.length() <= 40) {
        new BigDecimal(number);
        return;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw wrong("must be a number, not " + InvalidValueException.shown(answer));
  }

  private String text(JsonNode answer) {
    if (!answer.isString()) {
      throw wrong("must be a text, not " + InvalidValueException.shown(answer));
    }
    return answer.stringValue();
  }

  private String field() {
    return id.toString();
  }

  private InvalidValueException wrong(String message) {
    return new InvalidValueException(field(), message);
  }
}
