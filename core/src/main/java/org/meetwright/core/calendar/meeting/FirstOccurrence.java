package org.meetwright.core.calendar.meeting;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.time.Interval;

/// When an event first is.
final class FirstOccurrence {
  private static final Pattern CANCELLED =
      Pattern.compile(
          "^STATUS[^:\\r\\n]*:\\s*CANCELLED\\s*$", Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  private static final Pattern START = line("DTSTART");
  private static final Pattern END = line("DTEND");
  private static final Pattern DURATION =
      Pattern.compile("^DURATION[^:\\r\\n]*:(P[0-9DTHMSW]+)", Pattern.MULTILINE);
  private static final Pattern ZONE =
      Pattern.compile(";TZID=\"?([^;:\"]+)\"?", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

  private FirstOccurrence() {}

  private static Pattern line(String name) {
    return Pattern.compile(
        "^" + name + "((?:;[^:\\r\\n]*)?):\\s*([0-9]{8})(T[0-9]{6})?(Z?)\\s*$",
        Pattern.MULTILINE | Pattern.CASE_INSENSITIVE);
  }

  /// Returns when an item first is; null if it is cancelled.
  ///
  /// @param zone for days and times without a zone
  /// @throws RemoteFault if it does not say so in a way that is understood
  static @Nullable Interval of(RemoteItem item, ZoneId zone) throws RemoteFault {
    if (CANCELLED.matcher(item.text()).find()) {
      return null;
    }
    Instant start = time(START, item.text(), zone);
    if (start == null) {
      throw unknown();
    }
    Instant end = time(END, item.text(), zone);
    Matcher length = DURATION.matcher(item.text());
    if (end == null && length.find()) {
      end = start.plus(Duration.parse(length.group(1)));
    }
    if (end == null || !start.isBefore(end)) {
      throw unknown();
    }
    return new Interval(start, end);
  }

  private static RemoteFault unknown() {
    return new RemoteFault(
        RemoteFault.Kind.NOT_UNDERSTOOD, "It is not clear when an event in the calendar is.");
  }

  private static @Nullable Instant time(Pattern pattern, String text, ZoneId zone) {
    Matcher found = pattern.matcher(text);
    try {
      if (!found.find()) {
        return null;
      }
      if (found.group(3) == null) {
        return LocalDate.parse(found.group(2), DATE).atStartOfDay(zone).toInstant();
      }
      LocalDateTime local = LocalDateTime.parse(found.group(2) + found.group(3), LOCAL);
      Matcher named = ZONE.matcher(found.group(1));
      return local
          .atZone(
              !found.group(4).isEmpty()
                  ? ZoneOffset.UTC
                  : named.find() ? ZoneId.of(named.group(1)) : zone)
          .toInstant();
    } catch (DateTimeException unknown) {
      return null;
    }
  }
}
