package org.meetwright.server.api.slot;

import java.time.ZoneId;

/// Writes the starts of slots as a JSON array of texts, without an object a start.
final class StartsText {
  private static final int LONGEST = ",\"\"".length() + OffsetText.LONGEST;

  private StartsText() {}

  /// Returns how many bytes the array of so many starts has at most.
  static int longest(int starts) {
    return "[]".length() + Math.multiplyExact(starts, LONGEST);
  }

  /// Writes the array, in ASCII.
  ///
  /// @param starts in epoch seconds
  /// @param zone whose offsets the texts have
  /// @param at where the array begins; there must be room for [#longest] bytes
  /// @return where it ends, exclusive
  static int write(long[] starts, ZoneId zone, byte[] into, int at) {
    OffsetText text = new OffsetText(zone);
    into[at] = '[';
    int next = at + 1;
    for (int i = 0; i < starts.length; i++) {
      if (i > 0) {
        into[next++] = ',';
      }
      into[next++] = '"';
      next = text.write(starts[i], into, next);
      into[next++] = '"';
    }
    into[next] = ']';
    return next + 1;
  }
}
