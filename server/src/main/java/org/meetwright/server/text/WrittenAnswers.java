package org.meetwright.server.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.question.Question;
import tools.jackson.databind.JsonNode;

/// Writes an invitee's answers beside their questions.
///
/// @param texts those of mail
public record WrittenAnswers(Texts texts) {

  /// A question and what was answered.
  ///
  /// @param text one line or several, not blank
  public record Line(String label, String text) {}

  /// Returns what was answered, in the order of the questions; answers to questions that are no
  /// longer asked come last.
  public List<Line> lines(List<Question> questions, Map<UUID, JsonNode> answers) {
    Map<UUID, JsonNode> left = new LinkedHashMap<>(answers);
    List<Line> lines = new ArrayList<>();
    for (Question question : questions) {
      JsonNode answer = left.remove(question.id());
      if (answer != null) {
        add(lines, question.label(), answer);
      }
    }
    left.values().forEach(answer -> add(lines, texts.get("row.answer"), answer));
    return lines;
  }

  private void add(List<Line> lines, String label, JsonNode answer) {
    String text = text(answer);
    if (!text.isBlank()) {
      lines.add(new Line(label, text));
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
