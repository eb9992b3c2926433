package org.meetwright.core.calendar.item.line;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Reads the lines of text in iCalendar format one after the other, put together where they were
/// folded. Lines end with LF, with or without CR; a fold may lie within a character. Bytes that are
/// not UTF-8 become U+FFFD, control characters are dropped.
public final class IcsLines {
  /// How many bytes of a line are kept. What follows is read and dropped.
  public static final int LONGEST_LINE = 256 * 1024;

  private static final int MOST_LINES = 2_000_000;

  private final InputStream in;
  private final long maxBytes;
  private final byte[] buffer = new byte[16 * 1024];
  private int position;
  private int filled;
  private long bytes;
  private int lines;
  private byte[] line = new byte[256];
  private int length;
  private boolean cut;

  /// Creates the reader.
  ///
  /// @param in read to its end, but not closed
  /// @param maxBytes how many bytes are read at most
  public IcsLines(InputStream in, long maxBytes) {
    this.in = in;
    this.maxBytes = maxBytes;
  }

  /// Returns the next line that is not empty; null at the end.
  ///
  /// @throws TooLargeException if there are more bytes or lines than are read
  public @Nullable String next() throws IOException {
    length = 0;
    cut = false;
    if (bytes == 0) {
      skipMark();
    }
    while (true) {
      int next = read();
      if (next == '\n') {
        if (endsHere()) {
          return text();
        }
      } else if (next < 0) {
        dropReturns();
        return length == 0 ? null : text();
      } else {
        keep(next);
      }
    }
  }

  /// Returns whether the line that was returned last had more than [#LONGEST_LINE] bytes, and lost
  /// its end.
  public boolean cut() {
    return cut;
  }

  /// Returns whether the line is complete: nothing folded follows, and it is not empty.
  private boolean endsHere() throws IOException {
    dropReturns();
    int next = peek();
    if (next == ' ' || next == '\t') {
      position++;
      bytes++;
      return false;
    }
    return length > 0 && next != '\r' && next != '\n';
  }

  private void keep(int next) {
    if (length == LONGEST_LINE) {
      cut = true;
      return;
    }
    if (length == line.length) {
      line = Arrays.copyOf(line, Math.min(LONGEST_LINE, 4 * length));
    }
    line[length++] = (byte) next;
  }

  private void dropReturns() {
    while (length > 0 && line[length - 1] == '\r') {
      length--;
    }
  }

  private String text() throws TooLargeException {
    if (++lines > MOST_LINES) {
      throw new TooLargeException("The calendar has more than " + MOST_LINES + " lines.");
    }
    String text = new String(line, 0, length, StandardCharsets.UTF_8);
    return text.chars().anyMatch(IcsLines::isControl)
        ? text.replaceAll("[\\x00-\\x08\\x0A-\\x1F\\x7F]", "")
        : text;
  }

  private static boolean isControl(int character) {
    return (character < ' ' && character != '\t') || character == 0x7F;
  }

  private void skipMark() throws IOException {
    if (peek() == 0xEF
        && filled - position >= 3
        && buffer[position + 1] == (byte) 0xBB
        && buffer[position + 2] == (byte) 0xBF) {
      position += 3;
      bytes += 3;
    }
  }

  private int read() throws IOException {
    int next = peek();
    if (next >= 0) {
      position++;
      if (++bytes > maxBytes) {
        throw new TooLargeException(
            "The calendar is larger than " + (maxBytes >> 20) + " MiB, which is the limit.");
      }
    }
    return next;
  }

  private int peek() throws IOException {
    if (position == filled) {
      position = 0;
      // A mark is only seen if the first bytes come together.
      filled = bytes == 0 ? in.readNBytes(buffer, 0, 3) : in.read(buffer);
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[position] & 0xFF;
  }
}
