package org.meetwright.core.availability;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.time.Interval;

/// All facts that decide which times of an event type can be booked, as they were at one instant.
///
/// @param now the instant at which the question is asked
/// @param hostActive whether the host can be booked at all
/// @param schedule the schedule that counts for the event type
/// @param meetings the host's meetings that are not cancelled, as far as the question reaches
public record Snapshot(
    Instant now,
    EventType eventType,
    boolean hostActive,
    Schedule schedule,
    List<MeetingTime> meetings) {

  /// Creates the snapshot.
  public Snapshot {
    meetings = List.copyOf(meetings);
  }

  /// When a meeting takes its host.
  ///
  /// @param eventTypeId null when its event type has been deleted
  /// @param startsAt the start of the meeting itself
  /// @param paddedFrom the start of its buffer before, inclusive
  /// @param paddedUntil the end of its buffer after, exclusive
  public record MeetingTime(
      UUID meetingId,
      @Nullable UUID eventTypeId,
      Instant startsAt,
      Instant paddedFrom,
      Instant paddedUntil) {

    /// Returns the time with its buffers.
    Interval padded() {
      return new Interval(paddedFrom, paddedUntil);
    }
  }
}
