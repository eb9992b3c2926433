package org.meetwright.core.calendar.item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.meetwright.core.calendar.item.line.IcsLines;
import org.meetwright.core.calendar.item.line.TooLargeException;

/// Reads text in iCalendar format, whoever wrote it: with CR or without, folded within characters,
/// with zones of all names. An event that can't be read is counted and loses nothing but itself.
public final class IcsReader {
  private static final long FEED_BYTES = 20L << 20;
  private static final int FEED_EVENTS = 50_000;

  private final Set<String> ownAddresses;

  /// Creates the reader.
  ///
  /// @param ownAddresses e-mail addresses of the calendar's owner, in lower case, by which it is
  ///   seen what the owner answered to invitations; may be empty
  public IcsReader(Set<String> ownAddresses) {
    this.ownAddresses = Set.copyOf(ownAddresses);
  }

  /// Reads a calendar of at most 20 MiB and 50,000 events.
  ///
  /// @param in read until the limit or the end; not closed
  /// @throws IOException if reading the stream fails
  public IcsReading read(InputStream in) throws IOException {
    IcsLines lines = new IcsLines(in, FEED_BYTES);
    CalendarParser gathering = new CalendarParser(ownAddresses, FEED_EVENTS);
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!gathering.take(line, lines.cut())) {
          break;
        }
      }
    } catch (TooLargeException e) {
      return new IcsReading.TooLarge(String.valueOf(e.getMessage()));
    }
    return gathering.reading();
  }

  /// Reads a calendar that is a text already.
  public IcsReading read(String text) {
    try {
      return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
