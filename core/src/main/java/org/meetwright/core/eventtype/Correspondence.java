package org.meetwright.core.eventtype;

import java.util.HashSet;
import java.util.List;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The questions to the invitees of an event type, and the times of their reminders.
///
/// @param questions at most 30
/// @param reminderMinutes how long before the start reminders go out; at most five
public record Correspondence(List<Question> questions, List<Integer> reminderMinutes) {
  /// How long before a meeting reminders go out if nothing else is said, in minutes.
  public static final List<Integer> DEFAULT_REMINDERS = List.of(1440, 60);

  private static final int EARLIEST_REMINDER = 28 * 24 * 60;

  /// Creates the correspondence.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Correspondence {
    checkQuestions(questions);
    questions = List.copyOf(questions);
    Text.number("reminderMinutes", reminderMinutes.size(), 0, 5);
    reminderMinutes.forEach(
        minutes -> Text.number("reminderMinutes", minutes, 1, EARLIEST_REMINDER));
    reminderMinutes = reminderMinutes.stream().distinct().toList();
  }

  /// Returns the default reminders and some questions.
  public static Correspondence asking(Question... questions) {
    return new Correspondence(List.of(questions), DEFAULT_REMINDERS);
  }

  private static void checkQuestions(List<Question> questions) {
    Text.number("questions", questions.size(), 0, 30);
    if (new HashSet<>(questions.stream().map(Question::id).toList()).size() < questions.size()) {
      throw new InvalidValueException("questions", "must have ids that differ from each other");
    }
  }
}
