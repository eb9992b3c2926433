package org.meetwright.server.api.eventtype;

import java.util.List;
import java.util.UUID;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Fields;

/// A question to the invitee, as the API tells it.
///
/// @param kind text, longText, oneOf, manyOf, yesNo, phone or number
/// @param options what can be chosen; empty unless it is oneOf or manyOf
public record ApiQuestion(
    UUID id, String label, String kind, boolean required, List<String> options) {

  /// Returns what the API tells of a question.
  public static ApiQuestion of(Question question) {
    return new ApiQuestion(
        question.id(),
        question.label(),
        question.kind().word(),
        question.required(),
        question.options());
  }

  static Question read(Fields fields) {
    fields.only("id", "label", "kind", "required", "options");
    return new Question(
        fields.optionalId("id").orElseGet(Ids::next),
        fields.text("label"),
        Question.Kind.of(fields.text("kind")),
        fields.yesNo("required", false),
        fields.texts("options", option -> option));
  }
}
