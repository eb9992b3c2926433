package org.meetwright.server.api.model.calendar;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// A connected calendar account, as the API shows it: without address, user and password.
///
/// Wide: the API's shape is flat.
///
/// @param kind ics or caldav
/// @param state active, reauth, paused or removing
/// @param lastSyncedAt since when nothing older is known of any of its calendars that are read;
///   null if one of them was never read, or none is to be
/// @param error why it, or one of its calendars, is not as it should be; null if all is well
/// @param errorCode what the error is, as a word; null if all is well, or it is not known
/// @param follows whether meetings follow what their host does with their events there
public record ApiCalendarAccount(
    UUID id,
    String kind,
    String name,
    String state,
    @Nullable Instant lastSyncedAt,
    @Nullable String error,
    @Nullable String errorCode,
    boolean follows)
    implements Identified {

  /// Several of them.
  public record Listing(List<ApiCalendarAccount> calendarAccounts) {}
}
