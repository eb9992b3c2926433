package org.meetwright.server.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.question.Answer;
import org.meetwright.core.question.Question;

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
  public List<Line> lines(List<Question> questions, Map<UUID, Answer> answers) {
    Map<UUID, Answer> left = new LinkedHashMap<>(answers);
    List<Line> lines = new ArrayList<>();
    for (Question question : questions) {
      Answer answer = left.remove(question.id());
      if (answer != null) {
        add(lines, question.label(), answer);
      }
    }
    left.values().forEach(answer -> add(lines, texts.get("row.answer"), answer));
    return lines;
  }

  private void add(List<Line> lines, String label, Answer answer) {
    String text = text(answer, texts.get("answer.yes"), texts.get("answer.no"));
    if (!text.isBlank()) {
      lines.add(new Line(label, text));
    }
  }

  /// Returns an answer as people read it; empty if the question was left open.
  ///
  /// @param yes the word for it
  /// @param no the word for it
  public static String text(Answer answer, String yes, String no) {
    return switch (answer) {
      case Answer.Open() -> "";
      case Answer.Text(String text) -> text;
      case Answer.Numeric number -> number.toString();
      case Answer.YesNo(boolean isYes) -> isYes ? yes : no;
      case Answer.Chosen(List<String> options) -> String.join(", ", options);
    };
  }
}
