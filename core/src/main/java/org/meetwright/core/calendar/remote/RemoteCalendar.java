package org.meetwright.core.calendar.remote;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A calendar of an account, as its service tells it.
///
/// @param id what the service knows it by; at most 2,000 characters
/// @param color `#rrggbb`; null if the service does not say
/// @param zone for days and times without a zone; null if the service does not say
/// @param mayWrite whether events can be written into it
public record RemoteCalendar(
    String id, String name, @Nullable String color, @Nullable ZoneId zone, boolean mayWrite) {}
