package org.meetwright.core.slot;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.Interval;

/// When a host is absent.
///
/// @param startsAt inclusive
/// @param endsAt exclusive, after the start
/// @param note what visitors are told; may be empty
/// @param redirectTo handle and slug of the event type to go to instead; null if there is none
public record AbsenceTime(
    UUID absenceId, Instant startsAt, Instant endsAt, String note, @Nullable String redirectTo) {

  Interval time() {
    return new Interval(startsAt, endsAt);
  }
}
