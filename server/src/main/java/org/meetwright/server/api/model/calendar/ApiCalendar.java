package org.meetwright.server.api.model.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A calendar of a connected account, as the API shows it.
///
/// Wide: the API's shape is flat.
///
/// @param color `#rrggbb`; null if its service does not say
/// @param timeZone of days and times without a zone; null if its service does not say
/// @param mayWrite whether it can receive meetings
/// @param busy whether its events take the host's time
/// @param tentative whether those do that are tentative
/// @param receives whether the host's meetings are written into it
/// @param lastSyncedAt when it was last read; null if it was not yet
/// @param knownUntil until when its events are known; null if none are yet
/// @param error why the last reading failed; null if it did not
/// @param errorCode what the error is, as a word; null if it did not fail, or it is not known
/// @param unreadable how many of its events could not be read
public record ApiCalendar(
    UUID id,
    String name,
    @Nullable String color,
    @Nullable String timeZone,
    boolean mayWrite,
    boolean busy,
    boolean tentative,
    boolean receives,
    @Nullable Instant lastSyncedAt,
    @Nullable Instant knownUntil,
    @Nullable String error,
    @Nullable String errorCode,
    int unreadable) {

  /// Several of them.
  public record Listing(List<ApiCalendar> calendars) {}
}
