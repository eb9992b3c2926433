package org.meetwright.core.eventtype.rule;

import java.time.Duration;
import java.time.Instant;
import org.meetwright.core.time.Interval;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// How long the meetings of an event type are, and when they can start.
///
/// @param durationMinutes how long a meeting is, 1 to 1440
/// @param stepMinutes from one possible start to the next, 1 to 1440
/// @param bufferBeforeMinutes kept free before a meeting, 0 to 1440
/// @param bufferAfterMinutes kept free after a meeting, 0 to 1440
public record Timing(
    int durationMinutes, int stepMinutes, int bufferBeforeMinutes, int bufferAfterMinutes) {
  /// The longest that a meeting or a buffer may be.
  public static final Duration LONGEST = Duration.ofDays(1);

  private static final int LONGEST_MINUTES = (int) LONGEST.toMinutes();

  /// Creates the timing.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public Timing {
    Text.number("durationMinutes", durationMinutes, 1, LONGEST_MINUTES);
    Text.number("stepMinutes", stepMinutes, 1, LONGEST_MINUTES);
    Text.number("bufferBeforeMinutes", bufferBeforeMinutes, 0, LONGEST_MINUTES);
    Text.number("bufferAfterMinutes", bufferAfterMinutes, 0, LONGEST_MINUTES);
  }

  /// Returns meetings of one length, one after the other, without buffers.
  public static Timing ofMinutes(int duration) {
    return new Timing(duration, duration, 0, 0);
  }

  /// Returns the same meetings with other buffers, in minutes.
  public Timing withBuffers(int before, int after) {
    return new Timing(durationMinutes, stepMinutes, before, after);
  }

  /// Returns how long a meeting is.
  public Duration duration() {
    return Duration.ofMinutes(durationMinutes);
  }

  /// Returns the time from one possible start to the next.
  public Duration step() {
    return Duration.ofMinutes(stepMinutes);
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
