package org.meetwright.server.api.slot;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.ZoneId;

/// Writes slots as the API shows them: a JSON array of `{"start": ..., "end": ..., "seatsLeft":
/// ...}`, without an object a slot. Most slots differ from the one before in their times only, so
/// each is a copy with other digits.
public final class SlotsText {
  private static final byte[] BEFORE_START = ",{\"start\":\"".getBytes(US_ASCII);
  private static final byte[] BEFORE_END = "\",\"end\":\"".getBytes(US_ASCII);
  private static final byte[] BEFORE_SEATS = "\",\"seatsLeft\":".getBytes(US_ASCII);
  private static final byte[] AFTER_SEATS = "}".getBytes(US_ASCII);
  private static final int LONGEST =
      BEFORE_START.length
          + OffsetText.LONGEST
          + BEFORE_END.length
          + OffsetText.LONGEST
          + BEFORE_SEATS.length
          + Integer.toString(Integer.MAX_VALUE).length()
          + AFTER_SEATS.length;

  // Two, since a slot may end on another date, or with another offset, than it starts.
  private final OffsetText startText;
  private final OffsetText endText;

  // The slot written last.
  private final byte[] slot = new byte[LONGEST];
  private int length;
  private int endAt;
  private int seats;

  private SlotsText(ZoneId zone) {
    startText = new OffsetText(zone);
    endText = new OffsetText(zone);
    System.arraycopy(BEFORE_START, 0, slot, 0, BEFORE_START.length);
  }

  /// Returns how many bytes the array of so many slots has at most.
  public static int longest(int slots) {
    return "[]".length() + Math.multiplyExact(slots, LONGEST);
  }

  /// Writes the array, in ASCII.
  ///
  /// @param starts in epoch seconds
  /// @param ends when each of them ends, in epoch seconds
  /// @param seatsLeft how many seats are left at each of them, not negative
  /// @param zone whose offsets the texts have
  /// @param at where the array begins; there must be room for [#longest] bytes
  /// @return where it ends, exclusive
  public static int write(
      long[] starts, long[] ends, int[] seatsLeft, ZoneId zone, byte[] into, int at) {
    SlotsText text = new SlotsText(zone);
    int next = at;
    for (int i = 0; i < starts.length; i++) {
      next = text.write(starts[i], ends[i], seatsLeft[i], into, next);
    }
    // In place of the first slot's comma, if there is one.
    into[at] = '[';
    next = Math.max(next, at + 1);
    into[next] = ']';
    return next + 1;
  }

  private int write(long start, long end, int seatsLeft, byte[] into, int at) {
    if (seatsLeft != seats
        || !startText.differsInTimeOnly(start)
        || !endText.differsInTimeOnly(end)) {
      renew(start, end, seatsLeft);
    }
    System.arraycopy(slot, 0, into, at, length);
    startText.overwriteTime(start, into, at + BEFORE_START.length);
    endText.overwriteTime(end, into, at + endAt);
    return at + length;
  }

  private void renew(long start, long end, int seatsLeft) {
    seats = seatsLeft;
    int next = startText.write(start, slot, BEFORE_START.length);
    endAt = append(BEFORE_END, next);
    next = endText.write(end, slot, endAt);
    next = append(BEFORE_SEATS, next);
    next = append(Integer.toString(seatsLeft).getBytes(US_ASCII), next);
    length = append(AFTER_SEATS, next);
  }

  private int append(byte[] text, int at) {
    System.arraycopy(text, 0, slot, at, text.length);
    return at + text.length;
  }
}
