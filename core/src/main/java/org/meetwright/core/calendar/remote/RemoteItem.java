package org.meetwright.core.calendar.remote;

import org.jspecify.annotations.Nullable;

/// An event of a calendar, with its exceptions if it repeats.
///
/// @param id what the service knows it by: of CalDAV the path, of a feed the UID
/// @param uid its iCalendar UID
/// @param etag null if the service does not say
/// @param text its VEVENTs, only the lines that matter, as `core.calendar.item` writes them
public record RemoteItem(String id, String uid, @Nullable String etag, String text) {}
