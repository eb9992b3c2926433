package org.meetwright.core.eventtype;

import java.net.URI;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.text.OwnTexts;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// What the invitees of an event type are asked and told.
///
/// @param questions at most 30
/// @param reminderMinutes how long before the start reminders go out; at most five
/// @param followUpMinutes how long after the end the follow-up mail goes out, 0 to 40320; null if
///   there is none
/// @param redirectUrl where the invitee's browser goes after booking; null to stay
/// @param texts the host's own texts
public record Correspondence(
    List<Question> questions,
    List<Integer> reminderMinutes,
    @Nullable Integer followUpMinutes,
    @Nullable URI redirectUrl,
    OwnTexts texts) {
  /// How long before a meeting reminders go out if nothing else is said, in minutes.
  public static final List<Integer> DEFAULT_REMINDERS = List.of(1440, 60);

  private static final int FOUR_WEEKS = 28 * 24 * 60;

  /// How long the address to go to may be, in characters.
  public static final int LONGEST_URL = 2000;

  /// Creates the correspondence.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Correspondence {
    checkQuestions(questions);
    questions = List.copyOf(questions);
    Text.number("reminderMinutes", reminderMinutes.size(), 0, 5);
    reminderMinutes.forEach(minutes -> Text.number("reminderMinutes", minutes, 1, FOUR_WEEKS));
    reminderMinutes = reminderMinutes.stream().distinct().toList();
    if (followUpMinutes != null) {
      Text.number("followUpMinutes", followUpMinutes, 0, FOUR_WEEKS);
    }
    if (redirectUrl != null && !isSecure(redirectUrl)) {
      throw notSecure(redirectUrl);
    }
  }

  /// Creates the correspondence without own texts, and nothing after the meeting.
  public Correspondence(List<Question> questions, List<Integer> reminderMinutes) {
    this(questions, reminderMinutes, null, null, OwnTexts.NONE);
  }

  /// Returns the default reminders and some questions.
  public static Correspondence asking(Question... questions) {
    return new Correspondence(List.of(questions), DEFAULT_REMINDERS);
  }

  /// Returns the same with other questions.
  public Correspondence withQuestions(List<Question> others) {
    return new Correspondence(others, reminderMinutes, followUpMinutes, redirectUrl, texts);
  }

  /// Reads a `redirectUrl`.
  ///
  /// @throws InvalidValueException (field `redirectUrl`) if it is no https address
  public static URI redirectUrl(String text) {
    try {
      return URI.create(Text.line("redirectUrl", text, LONGEST_URL));
    } catch (InvalidValueException wrong) {
      throw wrong;
    } catch (IllegalArgumentException notAUri) {
      throw notSecure(text);
    }
  }

  private static boolean isSecure(URI url) {
    return "https".equalsIgnoreCase(url.getScheme())
        && url.getHost() != null
        && url.getUserInfo() == null;
  }

  private static InvalidValueException notSecure(Object url) {
    return new InvalidValueException(
        "redirectUrl",
        "must be an https address such as https://example.com/thanks, not "
            + InvalidValueException.shown(url));
  }

  private static void checkQuestions(List<Question> questions) {
    Text.number("questions", questions.size(), 0, 30);
    if (new HashSet<>(questions.stream().map(Question::id).toList()).size() < questions.size()) {
      throw new InvalidValueException("questions", "must have ids that differ from each other");
    }
  }
}
