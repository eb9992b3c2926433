package org.meetwright.core.erasure;

import java.util.List;
import java.util.UUID;

/// The outcome of a request to erase someone.
public sealed interface ErasureOutcome {
  /// Nothing tells any more who he was.
  ///
  /// @param bookings in how many live bookings something was erased
  /// @param archivedMeetings in how many archived meetings something was erased
  record Erased(int bookings, int archivedMeetings) implements ErasureOutcome {}

  /// There are meetings to come; nothing was changed. They have to be cancelled first.
  ///
  /// @param bookingIds the bookings, the earliest first
  record MeetingsToCome(List<UUID> bookingIds) implements ErasureOutcome {}

  /// Messages about his bookings have not been delivered yet; nothing was changed. They have to be
  /// delivered or parked first.
  record MessagesToCome(int messages) implements ErasureOutcome {}
}
