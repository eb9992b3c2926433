package org.meetwright.core.question;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.phone.Countries;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Reads answers to a question: puts them in order first, then checks them.
///
/// @param zone of the invitee, which tells in what country a telephone number is meant
record AnswerReader(Question question, ZoneId zone) {
  @Nullable Answer read(@Nullable Answer answer) {
    if (answer == null || isBlank(answer)) {
      if (question.required()) {
        throw wrong("needs an answer");
      }
      return answer;
    }
    return switch (question.kind()) {
      case TEXT -> new Answer.Text(Text.line(field(), text(answer), Question.LONGEST_LINE));
      case LONG_TEXT -> new Answer.Text(Text.lines(field(), text(answer), Question.LONGEST_TEXT));
      case ONE_OF -> new Answer.Text(chosen(text(answer)));
      case MANY_OF -> allChosen(answer);
      case YES_NO -> yesOrNo(answer);
      case PHONE -> new Answer.Text(phone(text(answer)));
      case NUMBER -> number(answer);
    };
  }

  /// Returns an answer that another program keeps as texts.
  static Answer answer(Question.AnswerKind kind, List<String> texts) {
    return switch (kind) {
      case MANY_OF -> new Answer.Chosen(texts);
      case YES_NO -> {
        String word = String.join("", texts).toLowerCase(Locale.ROOT);
        yield switch (word) {
          case "true", "yes", "1" -> new Answer.YesNo(true);
          case "false", "no", "0" -> new Answer.YesNo(false);
          default -> new Answer.Text(word);
        };
      }
      case TEXT, LONG_TEXT, ONE_OF, PHONE, NUMBER -> new Answer.Text(String.join(", ", texts));
    };
  }

  private static boolean isBlank(Answer answer) {
    return switch (answer) {
      case Answer.Open() -> true;
      case Answer.Text(String text) -> Text.trimmed(text).isEmpty();
      case Answer.Chosen(List<String> options) -> options.isEmpty();
      case Answer.Numeric _, Answer.YesNo _ -> false;
    };
  }

  private Answer allChosen(Answer answer) {
    if (!(answer instanceof Answer.Chosen(List<String> options))) {
      throw wrong("must be a list of " + String.join(", ", question.options()));
    }
    options.forEach(this::chosen);
    return answer;
  }

  private String chosen(String option) {
    if (!question.options().contains(option)) {
      throw wrong(
          "must be one of "
              + String.join(", ", question.options())
              + ", not "
              + InvalidValueException.shown(option));
    }
    return option;
  }

  private Answer yesOrNo(Answer answer) {
    if (!(answer instanceof Answer.YesNo)) {
      throw wrong("must be true or false, not " + InvalidValueException.shown(answer));
    }
    return answer;
  }

  private String phone(String typed) {
    return PhoneNumber.written(typed, Countries.of(zone).orElse(null))
        .orElseThrow(
            () ->
                wrong(
                    "must be a telephone number like +49 30 123456, not "
                        + InvalidValueException.shown(typed)));
  }

  private Answer number(Answer answer) {
    if (answer instanceof Answer.Text(String typed)) {
      String number = plain(typed);
      checkNumber(answer, number);
      return new Answer.Text(number);
    }
    checkNumber(answer, answer instanceof Answer.Numeric ? answer.toString() : "");
    return answer;
  }

  private void checkNumber(Answer answer, String number) {
    try {
      if (number.length() <= Question.LONGEST_NUMBER) {
        new BigDecimal(number);
        return;
      }
    } catch (NumberFormatException notANumber) {
      // Said below.
    }
    throw wrong("must be a number, not " + InvalidValueException.shown(answer));
  }

  /// Writes digits of all scripts, and the minus of print, as programs do.
  private static String plain(String typed) {
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(Text.trimmed(typed), Normalizer.Form.NFKC)
        .codePoints()
        .filter(character -> !Text.isUnseen(character))
        .map(character -> character == '\u2212' ? '-' : character)
        .forEach(
            character -> {
              int digit = Character.digit(character, 10);
              plain.appendCodePoint(digit < 0 ? character : '0' + digit);
            });
    return plain.toString();
  }

  private String text(Answer answer) {
    if (!(answer instanceof Answer.Text(String text))) {
      throw wrong("must be a text, not " + InvalidValueException.shown(answer));
    }
    return text;
  }

  private String field() {
    return question.id().toString();
  }

  private InvalidValueException wrong(String message) {
    return new InvalidValueException(field(), message);
  }
}
