package org.meetwright.server.pages.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.question.Question;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Turns the fields of a form into the domain's answers.
final class Answers {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private Answers() {}

  /// Returns the answer; null if the question was left out.
  ///
  /// @param locale in which numbers were written
  static @Nullable JsonNode of(Question question, List<String> values, Locale locale) {
    List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
    if (given.isEmpty()) {
      return null;
    }
    String first = given.getFirst();
    return switch (question.kind()) {
      case TEXT, LONG_TEXT, ONE_OF, PHONE -> JSON.stringNode(first.strip());
      case MANY_OF -> list(given);
      case YES_NO -> yesNo(first);
      case NUMBER -> number(first, locale);
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

  /// What is no number stays as it was typed, for the question to judge.
  private static JsonNode number(String typed, Locale locale) {
    return TypedNumber.read(typed, locale)
        .<JsonNode>map(JSON::numberNode)
        .orElseGet(() -> JSON.stringNode(typed.strip()));
  }
}
