package org.meetwright.server.pages.web;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// A time zone that a visitor chose and that the browser remembers.
///
/// @param zone the one that he chose
/// @param device the one that his device was in then; null if it did not tell
record KeptZone(ZoneId zone, @Nullable ZoneId device) {
  private static final String SEPARATOR = ":";

  /// Reads what a cookie says; null if it says no zone.
  static @Nullable KeptZone of(String cookie) {
    int end = cookie.indexOf(SEPARATOR);
    ZoneId zone = PageRequest.zone(end < 0 ? cookie : cookie.substring(0, end));
    return zone == null
        ? null
        : new KeptZone(zone, end < 0 ? null : PageRequest.zone(cookie.substring(end + 1)));
  }

  /// Returns what a cookie says.
  String text() {
    return device == null ? zone.getId() : zone.getId() + SEPARATOR + device.getId();
  }
}
