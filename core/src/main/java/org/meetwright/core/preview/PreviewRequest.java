package org.meetwright.core.preview;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.value.InvalidValueException;

/// What a host may save, and where to look for what would follow.
///
/// @param schedule one of the host's, changed; null if none is
/// @param eventType one of the host's, changed, or a new one; null if none is
/// @param absence one of the host's, changed, or a new one; null if none is
/// @param from the first date, inclusive, in `zone`
/// @param to the last date, inclusive, in `zone`
public record PreviewRequest(
    UUID hostId,
    @Nullable Schedule schedule,
    @Nullable EventType eventType,
    @Nullable Absence absence,
    LocalDate from,
    LocalDate to,
    ZoneId zone) {
  private static final int MOST_DAYS = 62;

  /// Creates the request.
  ///
  /// @throws InvalidValueException if there is no draft (field `schedule`), or the dates are not 1
  ///   to 62 (field `to`)
  public PreviewRequest {
    if (schedule == null && eventType == null && absence == null) {
      throw new InvalidValueException(
          "schedule", "must be given, or eventType, or absence: what you may save");
    }
    long days = ChronoUnit.DAYS.between(from, to) + 1;
    if (days < 1 || days > MOST_DAYS) {
      throw new InvalidValueException(
          "to", "must be 0 to " + (MOST_DAYS - 1) + " days after from " + from + ": " + to);
    }
  }
}
