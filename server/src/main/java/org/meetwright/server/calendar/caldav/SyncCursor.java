package org.meetwright.server.calendar.caldav;

import org.jspecify.annotations.Nullable;

/// What is kept of a calendar between two questions for what has changed.
///
/// @param value a token (RFC 6578), or a tag of the whole calendar
record SyncCursor(CursorKind kind, String value) {
  enum CursorKind {
    TOKEN,
    CTAG
  }

  /// Returns it as it is kept.
  String text() {
    return kind + " " + value;
  }

  /// Returns what was kept; null if nothing was that can be read.
  static @Nullable SyncCursor of(@Nullable String text) {
    if (text == null) {
      return null;
    }
    for (CursorKind kind : CursorKind.values()) {
      if (text.startsWith(kind + " ")) {
        return new SyncCursor(kind, text.substring(kind.name().length() + 1));
      }
    }
    return null;
  }
}
