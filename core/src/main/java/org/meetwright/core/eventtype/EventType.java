package org.meetwright.core.eventtype;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.question.Question;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A kind of meeting that a host offers.
///
/// @param hostId who made it and may change it
/// @param slug its name in addresses, unique per host or team: lower-case letters, digits, single
///   hyphens
/// @param description several lines, at most 5000 characters; may be empty
/// @param durationMinutes how long a meeting is, 1 to 1440
/// @param stepMinutes from one possible start to the next, 1 to 1440
/// @param bufferBeforeMinutes kept free before a meeting, 0 to 1440
/// @param bufferAfterMinutes kept free after a meeting, 0 to 1440
/// @param minimumNoticeMinutes how long before its start a meeting can still be booked, 0 to 525600
/// @param maxPerDay most meetings of this event type on a local date; null for no limit
/// @param maxPerWeek most meetings of this event type in an ISO week; null for no limit
/// @param seats how many invitees share a meeting, 1 to 1000
/// @param assignment who meets them
/// @param requiresApproval whether the host has to confirm each booking
/// @param hidden whether it is left out of lists; its address works all the same
/// @param active false if it cannot be booked now
/// @param color `#rrggbb`
/// @param location where it takes place; null if that is told otherwise
/// @param scheduleId the schedule that counts; null for the host's default one
/// @param reminderMinutes how long before the start reminders go out; at most five
/// @param policies what invitees have to keep to
public record EventType(
    UUID id,
    UUID hostId,
    String slug,
    String name,
    String description,
    int durationMinutes,
    int stepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes,
    int minimumNoticeMinutes,
    BookingWindow bookingWindow,
    @Nullable Integer maxPerDay,
    @Nullable Integer maxPerWeek,
    int seats,
    Assignment assignment,
    boolean requiresApproval,
    boolean hidden,
    boolean active,
    String color,
    @Nullable Location location,
    @Nullable UUID scheduleId,
    List<Question> questions,
    List<Integer> reminderMinutes,
    Policies policies,
    Instant createdAt) {
  /// The longest that a meeting or a buffer may be, in minutes.
  public static final int LONGEST_MINUTES = 24 * 60;

  /// How long before a meeting reminders go out if nothing else is said, in minutes.
  public static final List<Integer> DEFAULT_REMINDERS = List.of(1440, 60);

  /// The color if nothing else is said.
  public static final String DEFAULT_COLOR = "#2f6f5e";

  /// How many days can be booked ahead if nothing else is said.
  public static final int DEFAULT_WINDOW_DAYS = 60;

  static final int MINUTES_OF_A_YEAR = 365 * 24 * 60;
  private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

  /// Creates the event type.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public EventType {
    if (slug.length() > 60 || !SLUG.matcher(slug).matches()) {
      throw new InvalidValueException(
          "slug",
          "must be 1 to 60 lower-case letters, digits and single hyphens, not "
              + InvalidValueException.shown(slug));
    }
    name = Text.line("name", name, 100);
    description = Text.lines("description", description, 5000);
    Text.number("durationMinutes", durationMinutes, 1, LONGEST_MINUTES);
    Text.number("stepMinutes", stepMinutes, 1, LONGEST_MINUTES);
    Text.number("bufferBeforeMinutes", bufferBeforeMinutes, 0, LONGEST_MINUTES);
    Text.number("bufferAfterMinutes", bufferAfterMinutes, 0, LONGEST_MINUTES);
    Text.number("minimumNoticeMinutes", minimumNoticeMinutes, 0, MINUTES_OF_A_YEAR);
    checkLimit("maxPerDay", maxPerDay);
    checkLimit("maxPerWeek", maxPerWeek);
    Text.number("seats", seats, 1, 1000);
    if (scheduleId != null && assignment.teamId() != null) {
      throw new InvalidValueException(
          "scheduleId", "must be left out with a team: each member's own default schedule counts");
    }
    if (!COLOR.matcher(color).matches()) {
      throw new InvalidValueException(
          "color", "must be a color like #2f6f5e, not " + InvalidValueException.shown(color));
    }
    checkQuestions(questions);
    questions = List.copyOf(questions);
    Text.number("reminderMinutes", reminderMinutes.size(), 0, 5);
    reminderMinutes.forEach(
        minutes -> Text.number("reminderMinutes", minutes, 1, 28 * LONGEST_MINUTES));
    reminderMinutes = reminderMinutes.stream().distinct().toList();
  }

  /// Returns under whose handle it stands: the team's, or the host's.
  public UUID pageId() {
    UUID teamId = assignment.teamId();
    return teamId == null ? hostId : teamId;
  }

  /// Returns whether lists show it to everybody.
  public boolean isListed() {
    return active && !hidden && !policies.requiresLink();
  }

  private static void checkLimit(String field, @Nullable Integer limit) {
    if (limit != null) {
      Text.number(field, limit, 1, 1000);
    }
  }

  private static void checkQuestions(List<Question> questions) {
    Text.number("questions", questions.size(), 0, 30);
    if (new HashSet<>(questions.stream().map(Question::id).toList()).size() < questions.size()) {
      throw new InvalidValueException("questions", "must have ids that differ from each other");
    }
  }
}
