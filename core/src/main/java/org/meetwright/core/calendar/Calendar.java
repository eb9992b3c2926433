package org.meetwright.core.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.RemoteCalendar;

/// A calendar of a connected account.
///
/// @param remote as its service tells it
public record Calendar(
    UUID id, UUID connectionId, UUID hostId, RemoteCalendar remote, Use use, Progress progress) {
  /// What a calendar is used for.
  ///
  /// @param busy whether its events take the host's time
  /// @param tentative whether those do that are tentative
  /// @param receives whether the host's meetings are written into it; one calendar of a host at
  ///   most
  public record Use(boolean busy, boolean tentative, boolean receives) {
    /// Returns whether it has to be read.
    public boolean isRead() {
      return busy || receives;
    }

    Use withoutMeetings() {
      return new Use(busy, tentative, false);
    }
  }

  /// How far it is known.
  ///
  /// @param syncedAt when the last round began that succeeded; null if none has
  /// @param knownUntil until when its events are known; null if none are yet
  /// @param failingSince since when all rounds have failed; null if the last one has not
  /// @param error why the last round failed; null if it has not
  /// @param errorCode what the error is; null if there is none, or it is not known
  /// @param doubt whether too much of it has vanished at once to be believed
  /// @param unreadable how many of its events could not be read
  public record Progress(
      @Nullable Instant syncedAt,
      @Nullable Instant knownUntil,
      @Nullable Instant failingSince,
      @Nullable String error,
      @Nullable FaultCode errorCode,
      Doubt doubt,
      int unreadable) {}
}
