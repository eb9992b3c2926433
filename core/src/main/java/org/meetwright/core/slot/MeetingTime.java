package org.meetwright.core.slot;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.time.Interval;

/// When a meeting that is not cancelled takes its host.
///
/// Wide: it has a component for each column that is read.
///
/// @param eventTypeId null when its event type has been deleted
/// @param startsAt the start of the meeting itself, inclusive
/// @param endsAt the end of the meeting itself, exclusive
/// @param paddedFrom the start of its buffer before, inclusive
/// @param paddedUntil the end of its buffer after, exclusive
/// @param seats how many invitees it has room for, as it was booked
/// @param seatsTaken how many invitees have a seat; counted only for group meetings of the event
///   type in question, 0 otherwise
public record MeetingTime(
    UUID meetingId,
    @Nullable UUID eventTypeId,
    String eventTypeName,
    Instant startsAt,
    Instant endsAt,
    Instant paddedFrom,
    Instant paddedUntil,
    int seats,
    int seatsTaken) {

  /// Of several group meetings, the one that fills up first: fewest seats left, then shortest.
  public static final Comparator<MeetingTime> FULLEST_FIRST =
      Comparator.comparingInt(MeetingTime::seatsLeft).thenComparing(MeetingTime::endsAt);

  /// Returns how many invitees can still join; only with meetings whose seats are counted.
  int seatsLeft() {
    return Math.max(0, seats - seatsTaken);
  }

  /// Returns the time without its buffers.
  Interval time() {
    return new Interval(startsAt, endsAt);
  }

  /// Returns the time with its buffers.
  Interval padded() {
    return new Interval(paddedFrom, paddedUntil);
  }
}
