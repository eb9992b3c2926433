package org.meetwright.server.pages.form;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.meetwright.core.question.Question;

/// Reads the prefilled values of a form from an address.
final class Prefill {
  private Prefill() {}

  /// Returns the answers to a question, in the words of its options.
  static List<String> of(Question question, Function<String, List<String>> given) {
    return Stream.of(
            BookingForm.field(question.id()),
            question.id().toString(),
            // Where the label alone says something else, such as `name` or `link`.
            "q-" + slug(question),
            slug(question))
        .map(given)
        .filter(values -> !values.isEmpty())
        .findFirst()
        .orElse(List.of())
        .stream()
        .map(value -> option(question, value))
        .toList();
  }

  static String first(Function<String, List<String>> given, String name) {
    return given.apply(name).stream().findFirst().orElse("");
  }

  /// Returns a label as it stands in an address: `How many people?` is `how-many-people`.
  private static String slug(Question question) {
    return question
        .label()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{Nd}]+", "-")
        .replaceAll("^-|-$", "");
  }

  private static String option(Question question, String value) {
    if (question.kind() == Question.AnswerKind.YES_NO) {
      return switch (value.toLowerCase(Locale.ROOT)) {
        case "yes", "true", "1" -> "yes";
        case "no", "false", "0" -> "no";
        default -> "";
      };
    }
    return question.options().stream()
        .filter(option -> option.equalsIgnoreCase(value))
        .findFirst()
        .orElse(value);
  }
}
