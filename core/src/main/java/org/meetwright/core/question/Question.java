package org.meetwright.core.question;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A question to an invitee who books.
///
/// @param label the question, at most 200 characters
/// @param required whether a booking needs an answer
/// @param options what can be chosen; only, and always, with [AnswerKind#ONE_OF] and
///   [AnswerKind#MANY_OF]
public record Question(
    UUID id, String label, AnswerKind kind, boolean required, List<String> options) {
  /// How long an answer of one line may be, in characters.
  public static final int LONGEST_LINE = 500;

  /// How long an answer of several lines may be, in characters.
  public static final int LONGEST_TEXT = 5000;

  /// How long a number may be as it is typed, in characters.
  public static final int LONGEST_NUMBER = 40;

  /// How long a label may be, in characters.
  public static final int LONGEST_LABEL = 200;

  /// How long an option may be, in characters.
  public static final int LONGEST_OPTION = 200;

  /// How many options there may be.
  public static final int MOST_OPTIONS = 50;

  /// What an answer looks like.
  public enum AnswerKind {
    TEXT("text"),
    LONG_TEXT("longText"),
    ONE_OF("oneOf"),
    MANY_OF("manyOf"),
    YES_NO("yesNo"),
    PHONE("phone"),
    NUMBER("number");

    private final String word;

    AnswerKind(String word) {
      this.word = word;
    }

    /// Returns the word that stands for the kind outside the program.
    public String word() {
      return word;
    }

    /// Returns the kind of a word.
    ///
    /// @throws InvalidValueException (field `kind`) if there is none
    public static AnswerKind of(String word) {
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
    label = Text.line("label", label, LONGEST_LABEL);
    options = options.stream().map(option -> Text.line("options", option, LONGEST_OPTION)).toList();
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

  /// Reads an answer: puts it in order, as people write, and checks it.
  ///
  /// @param answer null if none was given
  /// @param zone of the invitee, which tells in what country a telephone number is meant
  /// @return the answer as it is kept; null if none was given
  /// @throws InvalidValueException (field: this question's id) if it is missing or does not fit
  public @Nullable Answer read(@Nullable Answer answer, ZoneId zone) {
    return new AnswerReader(this, zone).read(answer);
  }

  /// Reads an answer that another program keeps as texts: several if several are chosen, `true`,
  /// `yes` or `1` if it is yes.
  ///
  /// @param zone of the invitee
  /// @return the answer as it is kept; null if there is none
  /// @throws InvalidValueException as [#read]
  public @Nullable Answer readTexts(List<String> texts, ZoneId zone) {
    return read(AnswerReader.answer(kind, texts), zone);
  }
}
