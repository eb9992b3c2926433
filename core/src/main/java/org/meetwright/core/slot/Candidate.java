package org.meetwright.core.slot;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.time.Interval;

/// A meeting that someone asks for.
///
/// @param meeting from its start, inclusive, to its end, exclusive
/// @param padded the same with its buffers
/// @param joined the group meeting that it is, which does not take its hosts from itself; null if
///   it is a new one
/// @param waived the rules that do not hold for it
public record Candidate(
    Interval meeting, Interval padded, @Nullable UUID joined, Set<Code> waived) {
  /// What a host cannot waive: that the time has passed, that he is in a meeting, that he or the
  /// event type is switched off.
  public static final Set<Code> WAIVED_BY_HOST =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Code.PAST, Code.MEETING, Code.INACTIVE)));

  /// Returns the meeting that an event type makes at a start.
  public static Candidate of(EventType eventType, Instant start) {
    return new Candidate(eventType.meeting(start), eventType.padded(start), null, Set.of());
  }

  /// Returns the same, but some rules do not hold for it either.
  public Candidate waiving(Set<Code> others) {
    Set<Code> all = EnumSet.noneOf(Code.class);
    all.addAll(waived);
    all.addAll(others);
    return new Candidate(meeting, padded, joined, all);
  }

  /// Returns a group meeting, to be joined: as it was booked, wherever the grid lies now, and
  /// without taking its hosts once more.
  public static Candidate joining(MeetingTime meeting) {
    return new Candidate(
        meeting.time(),
        meeting.padded(),
        meeting.meetingId(),
        EnumSet.of(Code.OFF_GRID, Code.LIMIT));
  }

  /// Returns what a pending booking asked for: with its own time and length, and at whatever notice
  /// its host confirms it.
  public static Candidate confirming(Interval meeting, Interval padded) {
    return new Candidate(meeting, padded, null, EnumSet.of(Code.OFF_GRID, Code.MINIMUM_NOTICE));
  }

  /// Returns a meeting that goes to another host with its own time and length, whatever notice and
  /// booking window say.
  public static Candidate handedOver(Interval meeting, Interval padded) {
    return new Candidate(
        meeting, padded, null, EnumSet.of(Code.OFF_GRID, Code.MINIMUM_NOTICE, Code.BOOKING_WINDOW));
  }

  /// Returns when the meeting starts.
  public Instant start() {
    return meeting.startInclusive();
  }
}
