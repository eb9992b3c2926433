package org.meetwright.server.mail.letter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.eventtype.Question;
import org.meetwright.server.mail.letter.Letter.Row;
import org.meetwright.server.text.Texts;
import tools.jackson.databind.JsonNode;

/// Writes an invitee's answers under their questions.
record WrittenAnswers(Texts texts) {

  /// Returns a row for each answer, in the order of the questions; answers to questions that are no
  /// longer asked come last.
  List<Row> rows(List<Question> questions, Map<UUID, JsonNode> answers) {
    Map<UUID, JsonNode> left = new LinkedHashMap<>(answers);
    List<Row> rows = new ArrayList<>();
    for (Question question : questions) {
      JsonNode answer = left.remove(question.id());
      if (answer != null) {
        add(rows, question.label(), answer);
      }
    }
    left.values().forEach(answer -> add(rows, texts.get("row.answer"), answer));
    return rows;
  }

  private void add(List<Row> rows, String label, JsonNode answer) {
    String text = text(answer);
    if (!text.isBlank()) {
      rows.add(Row.of(label, text));
    }
  }

  private String text(JsonNode answer) {
    if (answer.isNull()) {
      return "";
    }
    if (answer.isBoolean()) {
      return texts.get(answer.booleanValue() ? "answer.yes" : "answer.no");
    }
    if (answer.isArray()) {
      return String.join(", ", answer.values().stream().map(this::text).toList());
    }
    return answer.asString();
  }
}
