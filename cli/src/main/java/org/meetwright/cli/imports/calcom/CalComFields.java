package org.meetwright.cli.imports.calcom;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.meetwright.cli.imports.reading.FittingWords;
import org.meetwright.cli.imports.reading.Gathering;
import org.meetwright.cli.imports.reading.Shape;
import org.meetwright.core.imports.ImportReport.ItemKind;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;

/// The fields of the form of an event type of Cal.com.
///
/// @param labels of the questions, by slug
record CalComFields(Gathering gathering, String name, Map<String, String> labels) {
  /// What every form has, here too.
  static final Set<String> USUAL =
      Set.of(
          "name",
          "email",
          "title",
          "notes",
          "guests",
          "location",
          "rescheduleReason",
          "attendeePhoneNumber",
          "splitName");

  CalComFields(Gathering gathering, String name) {
    this(gathering, name, new HashMap<>());
  }

  List<Question> questions(Shape type) {
    List<Question> questions = new ArrayList<>();
    for (Shape field : type.list("bookingFields")) {
      String slug = field.textOr("slug", field.textOr("name", field.text("type")));
      if (!USUAL.contains(slug) && !field.flag("isDefault") && !field.flag("hidden")) {
        String label = FittingWords.line(field.textOr("label", slug), 200);
        gathering.attempt(
            ItemKind.QUESTION,
            name + ": " + label,
            () -> {
              questions.add(question(field, label));
              labels.put(slug, label);
            });
      }
    }
    return questions;
  }

  private static Question question(Shape field, String label) {
    Question.AnswerKind kind =
        switch (field.text("type")) {
          case "text", "address", "email", "url" -> Question.AnswerKind.TEXT;
          case "textarea", "multiemail" -> Question.AnswerKind.LONG_TEXT;
          case "select", "radio" -> Question.AnswerKind.ONE_OF;
          case "multiselect", "checkbox" -> Question.AnswerKind.MANY_OF;
          case "boolean" -> Question.AnswerKind.YES_NO;
          case "phone" -> Question.AnswerKind.PHONE;
          case "number" -> Question.AnswerKind.NUMBER;
          default ->
              throw field.wrong(
                  "type",
                  "text, textarea, address, email, multiemail, url, select, radio, multiselect,"
                      + " checkbox, boolean, phone or number");
        };
    List<String> options =
        kind.hasOptions()
            ? field.list("options").stream().map(CalComFields::option).distinct().toList()
            : List.of();
    return new Question(Ids.next(), label, kind, field.flag("required"), options);
  }

  private static String option(Shape option) {
    String text =
        option.node().isObject()
            ? option.textOr("label", option.textOr("value", ""))
            : option.text();
    return FittingWords.line(text, 200);
  }
}
