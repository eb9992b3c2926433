package org.meetwright.core.calendar.remote;

import org.jspecify.annotations.Nullable;

/// An event that was written into a calendar.
///
/// @param id what the service knows it by
/// @param etag as it was after writing; null if the service did not say
public record WrittenEvent(String id, @Nullable String etag) {}
