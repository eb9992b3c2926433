package org.meetwright.server.pages.form;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;

/// Turns the fields of a form into the domain's answers.
final class Answers {
  private Answers() {}

  /// Returns the answer; null if the question was left out.
  ///
  /// @param locale in which numbers were written
  static @Nullable Answer of(Question question, List<String> values, Locale locale) {
    List<String> given = values.stream().filter(value -> !value.isBlank()).toList();
    if (given.isEmpty()) {
      return null;
    }
    String first = given.getFirst();
    return switch (question.kind()) {
      case TEXT, LONG_TEXT, ONE_OF, PHONE -> new Answer.Text(first.strip());
      case MANY_OF -> new Answer.Chosen(given);
      case YES_NO -> yesNo(first);
      case NUMBER -> number(first, locale);
    };
  }

  private static Answer yesNo(String value) {
    return switch (value) {
      case "yes" -> new Answer.YesNo(true);
      case "no" -> new Answer.YesNo(false);
      default -> new Answer.Text(value);
    };
  }

  /// What is no number stays as it was typed, for the question to judge.
  private static Answer number(String typed, Locale locale) {
    return TypedNumber.read(typed, locale)
        .<Answer>map(Answer.Numeric::new)
        .orElseGet(() -> new Answer.Text(typed.strip()));
  }
}
