package org.meetwright.core.calendar.item;

import java.time.Instant;

/// A time that an event takes.
///
/// @param start inclusive
/// @param end exclusive, after the start
/// @param summary what the event is called, one line of at most 200 characters; empty if it is
///   secret
/// @param secret whether the event is private or confidential
/// @param tentative whether the event may not take place
public record BusySpan(
    Instant start, Instant end, String summary, boolean secret, boolean tentative) {}
