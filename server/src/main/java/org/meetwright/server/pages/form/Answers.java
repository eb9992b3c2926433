package org.meetwright.server.pages.form;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns the fields of a form into answers as the domain keeps them.
final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Pattern PLAIN_NUMBER = Pattern.compile("[+-]?\\d{1,20}(\\.\\d{1,20})?");

  private Answers() {}

  /// Returns the answer; null if the question was left out.
  static @Nullable JsonNode of(Question question, List<String> values) {
    List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
    if (given.isEmpty()) {
      return null;
    }
    String first = given.getFirst();
    return switch (question.kind()) {
      case TEXT, LONG_TEXT, ONE_OF, PHONE -> JSON.stringNode(first.strip());
      case MANY_OF -> list(given);
      case YES_NO -> yesNo(first);
      case NUMBER -> number(first.strip());
    };
  }

  private static JsonNode list(List<String> values) {
    ArrayNode list = JSON.arrayNode();
    values.forEach(list::add);
    return list;
  }

  private static JsonNode yesNo(String value) {
    return switch (value) {
      case "yes" -> JSON.booleanNode(true);
      case "no" -> JSON.booleanNode(false);
      default -> JSON.stringNode(value);
    };
  }

  /// What is not written out in digits stays as it was typed, for the question to judge.
  private static JsonNode number(String value) {
    return PLAIN_NUMBER.matcher(value).matches()
        ? JSON.numberNode(new BigDecimal(value))
        : JSON.stringNode(value);
  }
}
