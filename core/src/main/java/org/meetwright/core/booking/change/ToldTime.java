package org.meetwright.core.booking.change;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// The local time of a meeting's start as someone was told it. A newer time-zone database may make
/// it another one; the meeting stays at its instant.
///
/// @param zone whose clocks were meant
/// @param offset what the zone's offset from UTC was then said to be at the start
public record ToldTime(ZoneId zone, ZoneOffset offset) {
  /// Returns the offset of a zone at an instant by the time-zone data of this program, in seconds.
  public static int offset(ZoneId zone, Instant start) {
    return zone.getRules().getOffset(start).getTotalSeconds();
  }

  /// Returns the local time as it was told.
  public LocalDateTime told(Instant start) {
    return LocalDateTime.ofInstant(start, offset);
  }

  /// Returns the local time by the time-zone data of this program.
  public LocalDateTime now(Instant start) {
    return LocalDateTime.ofInstant(start, zone);
  }

  /// Returns whether the two differ.
  public boolean isMoved(Instant start) {
    return offset(zone, start) != offset.getTotalSeconds();
  }
}
