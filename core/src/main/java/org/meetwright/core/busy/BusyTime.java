package org.meetwright.core.busy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A time at which a host is busy.
///
/// @param startsAt inclusive
/// @param endsAt exclusive, after the start
/// @param summary what the host calls it, for him alone; may be empty, at most 200 characters
/// @param source where it comes from: [#MANUAL], or a calendar: the word of its service
public record BusyTime(
    UUID id, UUID hostId, Instant startsAt, Instant endsAt, String summary, String source) {
  /// The source of busy times that hosts put in by hand.
  public static final String MANUAL = "manual";

  /// How long a busy time is at most that does not span days.
  static final Duration SHORT = Duration.ofDays(1);

  /// Creates the busy time.
  ///
  /// @throws InvalidValueException if it does not end after its start, or the summary is not valid
  public BusyTime {
    if (!startsAt.isBefore(endsAt)) {
      throw new InvalidValueException("end", "must be after start " + startsAt + ": " + endsAt);
    }
    summary = Text.optionalLine("summary", summary, 200);
  }

  /// Returns whether it is longer than a day. Such ones are few.
  boolean spansDays() {
    return Duration.between(startsAt, endsAt).compareTo(SHORT) > 0;
  }
}
