package org.meetwright.core.availability;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZoneId;
import org.meetwright.core.time.OffsetText;

/// Writes slots as the API tells them: a JSON array of `{"start": ..., "end": ..., "seatsLeft":
/// ...}`, without an object a slot.
public final class SlotsText {
  private static final byte[] BEFORE_START = "{\"start\":\"".getBytes(US_ASCII);
  private static final byte[] BEFORE_END = "\",\"end\":\"".getBytes(US_ASCII);
  private static final byte[] BEFORE_SEATS = "\",\"seatsLeft\":".getBytes(US_ASCII);
  private static final int LONGEST_SEATS = 10;
  private static final int LONGEST =
      BEFORE_START.length
          + BEFORE_END.length
          + BEFORE_SEATS.length
          + 2 * OffsetText.LONGEST
          + LONGEST_SEATS
          + "},".length();

  private SlotsText() {}

  /// Returns how many bytes the array of so many slots has at most.
  public static int longest(int slots) {
    return "[]".length() + Math.multiplyExact(slots, LONGEST);
  }

  /// Writes the array.
  ///
  /// @param starts in epoch seconds
  /// @param seatsLeft how many seats are left at each of them, not negative
  /// @param zone whose offsets the texts have
  /// @param at where the array begins; there must be room for [#longest] bytes
  /// @return where it ends, exclusive
  public static int write(
      long[] starts, int[] seatsLeft, int durationMinutes, ZoneId zone, byte[] into, int at) {
    // Two writers, since a slot may end on another date, or with another offset, than it starts.
    OffsetText startText = new OffsetText(zone);
    OffsetText endText = new OffsetText(zone);
    long duration = durationMinutes * 60L;
    int next = at;
    into[next++] = '[';
    for (int i = 0; i < starts.length; i++) {
      if (i > 0) {
        into[next++] = ',';
      }
      next = write(BEFORE_START, into, next);
      next = startText.write(starts[i], into, next);
      next = write(BEFORE_END, into, next);
      next = endText.write(starts[i] + duration, into, next);
      next = write(BEFORE_SEATS, into, next);
      next = write(seatsLeft[i], into, next);
      into[next++] = '}';
    }
    into[next++] = ']';
    return next;
  }

  private static int write(byte[] text, byte[] into, int at) {
    System.arraycopy(text, 0, into, at, text.length);
    return at + text.length;
  }

  private static int write(int number, byte[] into, int at) {
    if (number > 9) {
      return write(Integer.toString(number).getBytes(US_ASCII), into, at);
    }
    into[at] = (byte) ('0' + number);
    return at + 1;
  }
}
