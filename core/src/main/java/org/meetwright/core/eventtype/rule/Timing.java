package org.meetwright.core.eventtype.rule;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// How long the meetings of an event type are, and when they can start.
///
/// @param durationMinutes how long a meeting is if nobody asks for another length, 1 to 1440
/// @param durationsMinutes all lengths that are offered, ascending, at most ten; the default one is
///   always among them
/// @param ownStepMinutes from one possible start to the next, 1 to 1440; null for the length that
///   is asked for
/// @param bufferBeforeMinutes kept free before a meeting, 0 to 1440
/// @param bufferAfterMinutes kept free after a meeting, 0 to 1440
public record Timing(
    int durationMinutes,
    List<Integer> durationsMinutes,
    @Nullable Integer ownStepMinutes,
    int bufferBeforeMinutes,
    int bufferAfterMinutes) {
  /// The longest that a meeting or a buffer may be.
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final int LONGEST_MINUTES = (int) LONGEST.toMinutes();
  private static final int MOST_LENGTHS = 10;

  /// Creates the timing.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Timing {
    Text.number("durationMinutes", durationMinutes, 1, LONGEST_MINUTES);
    durationsMinutes.forEach(
        minutes -> Text.number("durationsMinutes", minutes, 1, LONGEST_MINUTES));
    durationsMinutes =
        Stream.concat(Stream.of(durationMinutes), durationsMinutes.stream())
            .distinct()
            .sorted()
            .toList();
    if (durationsMinutes.size() > MOST_LENGTHS) {
      throw new InvalidValueException(
          "durationsMinutes",
          "must be at most " + MOST_LENGTHS + " lengths, not " + durationsMinutes.size());
    }
    if (ownStepMinutes != null) {
      Text.number("stepMinutes", ownStepMinutes, 1, LONGEST_MINUTES);
      boolean isLength = durationsMinutes.size() == 1 && ownStepMinutes == durationMinutes;
      ownStepMinutes = isLength ? null : ownStepMinutes;
    }
    Text.number("bufferBeforeMinutes", bufferBeforeMinutes, 0, LONGEST_MINUTES);
    Text.number("bufferAfterMinutes", bufferAfterMinutes, 0, LONGEST_MINUTES);
  }

  /// Returns meetings of one length, one after the other, without buffers.
  public static Timing ofMinutes(int duration) {
    return new Timing(duration, List.of(), null, 0, 0);
  }

  /// Returns the same meetings with other buffers, in minutes.
  public Timing withBuffers(int before, int after) {
    return new Timing(durationMinutes, durationsMinutes, ownStepMinutes, before, after);
  }

  /// Returns the meetings of an asked length, whether it is offered or not.
  public Timing lasting(int minutes) {
    return minutes == durationMinutes
        ? this
        : new Timing(
            minutes, durationsMinutes, ownStepMinutes, bufferBeforeMinutes, bufferAfterMinutes);
  }

  /// Returns the length that is asked for.
  ///
  /// @param field where it was asked for
  /// @param asked null for the default one
  /// @throws InvalidValueException (field `field`) if it is not offered
  public int offered(String field, @Nullable Integer asked) {
    if (asked == null) {
      return durationMinutes;
    }
    if (!durationsMinutes.contains(asked)) {
      throw new InvalidValueException(
          field,
          "must be a length that is offered ("
              + durationsMinutes.stream().map(String::valueOf).collect(Collectors.joining(", "))
              + " minutes), not "
              + asked);
    }
    return asked;
  }

  /// Returns whether invitees can choose a length.
  public boolean hasSeveralLengths() {
    return durationsMinutes.size() > 1;
  }

  /// Returns the minutes from one possible start to the next.
  public int stepMinutes() {
    return ownStepMinutes == null ? durationMinutes : ownStepMinutes;
  }

  /// Returns how long a meeting is.
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  /// Returns the time from one possible start to the next.
  public Duration step() {
    return Duration.ofMinutes(stepMinutes());
  }

  /// Returns the time kept free before a meeting.
  public Duration bufferBefore() {
    return Duration.ofMinutes(bufferBeforeMinutes);
  }

  /// Returns the time kept free after a meeting.
  public Duration bufferAfter() {
    return Duration.ofMinutes(bufferAfterMinutes);
  }

  /// Returns the meeting that begins at a start.
  public Interval meeting(Instant start) {
    return new Interval(start, start.plus(duration()));
  }

  /// Returns the meeting that begins at a start, with its buffers.
  public Interval padded(Instant start) {
    return meeting(start).padded(bufferBefore(), bufferAfter());
  }
}
