package org.meetwright.core.absence;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A time in which a host meets nobody.
///
/// @param note what visitors are told; may be empty, at most 500 characters
/// @param redirectTo where they may go instead; null for nowhere
public record Absence(
    UUID id, UUID hostId, Span span, String note, @Nullable Destination redirectTo) {
  /// How long a note may be, in characters.
  public static final int LONGEST_NOTE = 500;

  /// Creates the absence.
  ///
  /// @throws InvalidValueException (field `note`) if the note is not valid
  public Absence {
    note = Text.lines("note", note, LONGEST_NOTE);
  }

  /// Returns its times in absolute time: one, but for dates that begin twice or never.
  ///
  /// @param zone of the host's default schedule
  public List<AbsenceTime> times(ZoneId zone) {
    IntervalSet seconds = span.seconds(zone);
    List<AbsenceTime> times = new ArrayList<>();
    for (int i = 0; i < seconds.size(); i++) {
      times.add(
          new AbsenceTime(
              id,
              Instant.ofEpochSecond(seconds.start(i)),
              Instant.ofEpochSecond(seconds.end(i)),
              note,
              redirectTo == null ? null : redirectTo.toString()));
    }
    return times;
  }

  /// Returns whether it shares a second with another one.
  boolean overlaps(Absence other, ZoneId zone) {
    return !span.seconds(zone).intersect(other.span.seconds(zone)).isEmpty();
  }
}
