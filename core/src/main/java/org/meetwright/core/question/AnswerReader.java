package org.meetwright.core.question;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.phone.Countries;
import org.meetwright.core.phone.PhoneNumber;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads answers to a question: puts them in order first, then checks them.
///
/// @param zone of the invitee, which tells in what country a telephone number is meant
record AnswerReader(Question question, ZoneId zone) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Nullable JsonNode read(@Nullable JsonNode answer) {
    if (answer == null || isBlank(answer)) {
      if (question.required()) {
        throw wrong("needs an answer");
      }
      return answer;
    }
    return switch (question.kind()) {
      case TEXT -> JSON.stringNode(Text.line(field(), text(answer), Question.LONGEST_LINE));
      case LONG_TEXT -> JSON.stringNode(Text.lines(field(), text(answer), Question.LONGEST_TEXT));
      case ONE_OF -> JSON.stringNode(chosen(text(answer)));
      case MANY_OF -> allChosen(answer);
      case YES_NO -> yesOrNo(answer);
      case PHONE -> JSON.stringNode(phone(text(answer)));
      case NUMBER -> number(answer);
    };
  }

  private static boolean isBlank(JsonNode answer) {
    return answer.isNull()
        || (answer.isString() && Text.trimmed(answer.stringValue()).isEmpty())
        || (answer.isArray() && answer.isEmpty());
  }

  private JsonNode allChosen(JsonNode answer) {
    if (!answer.isArray()) {
      throw wrong("must be a list of " + String.join(", ", question.options()));
    }
    ArrayNode all = JSON.arrayNode();
    answer.forEach(one -> all.add(chosen(text(one))));
    return all;
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

  private JsonNode yesOrNo(JsonNode answer) {
    if (!answer.isBoolean()) {
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

  private JsonNode number(JsonNode answer) {
    if (answer.isString()) {
      String number = plain(answer.stringValue());
      checkNumber(answer, number);
      return JSON.stringNode(number);
    }
    checkNumber(answer, answer.isNumber() ? answer.asString() : "");
    return answer;
  }

  private void checkNumber(JsonNode answer, String number) {
    try {
      // What is too large for a double reads Infinity.
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

  private String text(JsonNode answer) {
    if (!answer.isString()) {
      throw wrong("must be a text, not " + InvalidValueException.shown(answer));
    }
    return answer.stringValue();
  }

  private String field() {
    return question.id().toString();
  }

  private InvalidValueException wrong(String message) {
    return new InvalidValueException(field(), message);
  }
}
