package org.meetwright.core.calendar.item.freebusy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.item.event.EventDuration;
import org.meetwright.core.calendar.item.line.BasicTime;
import org.meetwright.core.calendar.item.line.IcsLine;
import org.meetwright.core.calendar.item.line.IcsLines;
import org.meetwright.core.calendar.item.line.TooLargeException;

/// Reads the component VFREEBUSY (RFC 5545, 3.6.4). A period that can't be read is counted and
/// loses nothing but itself.
public final class FreeBusyReader {
  /// How many periods are read at most.
  public static final int MOST_PERIODS = 20_000;

  private static final long MOST_BYTES = 10L << 20;

  private final List<BusyPeriod> busy = new ArrayList<>();
  private int unreadable;
  private boolean begun;
  private boolean ended;
  private boolean told;
  private boolean within;

  private FreeBusyReader() {}

  /// Reads a calendar of at most 10 MiB and [#MOST_PERIODS] periods.
  public static FreeBusyReading read(String text) {
    try {
      return new FreeBusyReader()
          .read(
              new IcsLines(
                  new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), MOST_BYTES));
    } catch (TooLargeException e) {
      return new FreeBusyReading.TooLarge();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FreeBusyReading read(IcsLines lines) throws IOException {
    for (String line = lines.next(); line != null; line = lines.next()) {
      switch (IcsLine.name(line)) {
        case "BEGIN" -> begin(component(line));
        case "END" -> end(component(line));
        case "FREEBUSY" -> {
          if (within && !take(line, lines.cut())) {
            return new FreeBusyReading.TooLarge();
          }
        }
        default -> {}
      }
    }
    return told && ended && !within
        ? new FreeBusyReading.Read(List.copyOf(busy), unreadable)
        : new FreeBusyReading.NoFreeBusy();
  }

  private static String component(String line) {
    return line.substring(line.indexOf(':') + 1).strip().toUpperCase(Locale.ROOT);
  }

  private void begin(String component) {
    if (component.equals("VCALENDAR")) {
      begun = true;
      ended = false;
    }
    within = begun && component.equals("VFREEBUSY");
    told |= within;
  }

  private void end(String component) {
    ended |= component.equals("VCALENDAR");
    if (component.equals("VFREEBUSY")) {
      within = false;
    }
  }

  /// Takes a line of periods.
  ///
  /// @param cut whether it lost its end
  /// @return whether there are no more than are read
  private boolean take(String text, boolean cut) {
    IcsLine line = IcsLine.parse(text);
    if (line == null) {
      unreadable++;
      return true;
    }
    String type = line.parameter("FBTYPE").toUpperCase(Locale.ROOT);
    if (type.equals("FREE")) {
      return true;
    }
    for (String period : line.value().toUpperCase(Locale.ROOT).split(",", -1)) {
      BusyPeriod read = period(period.strip(), type.equals("BUSY-TENTATIVE"));
      if (read != null) {
        busy.add(read);
      } else if (!period.isBlank()) {
        unreadable++;
      }
      if (busy.size() + unreadable > MOST_PERIODS) {
        return false;
      }
    }
    return !cut;
  }

  /// Reads `start/end` or `start/duration`; null if it is neither, or has no length.
  private static @Nullable BusyPeriod period(String text, boolean tentative) {
    int slash = text.indexOf('/');
    if (slash < 0) {
      return null;
    }
    try {
      Instant start = instant(text.substring(0, slash));
      String rest = text.substring(slash + 1).strip();
      boolean isTime = !rest.isEmpty() && Character.isDigit(rest.charAt(0));
      Instant end = isTime ? instant(rest) : start.plus(duration(rest));
      return new BusyPeriod(start, end, tentative);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  private static Instant instant(String text) {
    BasicTime time = BasicTime.parse(text);
    if (!time.utc()) {
      throw new DateTimeException("Busy times are in UTC");
    }
    return time.local().toInstant(ZoneOffset.UTC);
  }

  private static Duration duration(String text) {
    EventDuration duration = EventDuration.parse(text);
    return Duration.ofDays(duration.days()).plus(duration.exact());
  }
}
