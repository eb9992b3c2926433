package org.meetwright.server.api.model.calendar;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An event that stands for a meeting in a calendar of its host, as the export tells it.
///
/// @param state wanted, written, moved, gone or removing
/// @param start null if it was never written
/// @param end null if it was never written
public record ApiExportedEvent(
    UUID meetingId,
    UUID calendarId,
    String uid,
    String state,
    @Nullable Instant start,
    @Nullable Instant end) {}
