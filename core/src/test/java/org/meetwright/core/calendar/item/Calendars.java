package org.meetwright.core.calendar.item;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.meetwright.core.time.Interval;

/// Calendars of tests.
final class Calendars {
  static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private Calendars() {}

  /// Returns a calendar of these lines.
  static String calendar(String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VCALENDAR\r\n";
  }

  /// Returns an event of these lines, which starts on 2026-03-10 if they do not say.
  static String event(String uid, String... lines) {
    return "BEGIN:VEVENT\r\nUID:" + uid + "\r\n" + String.join("\r\n", lines) + "\r\nEND:VEVENT";
  }

  static IcsReading.Read read(String text, String... own) {
    return (IcsReading.Read) new IcsReader(Set.of(own)).read(text);
  }

  /// Returns what is busy in March and April of 2026 in a calendar of Berlin.
  static List<BusySpan> busy(IcsReading.Read read) {
    List<BusySpan> busy = new ArrayList<>();
    read.items().forEach(item -> busy.addAll(expand(item).busy()));
    return busy;
  }

  static ExpandedEvent expand(CalendarItem item) {
    return new Recurrences(
            BERLIN,
            new Interval(
                Instant.parse("2026-03-01T00:00:00Z"), Instant.parse("2026-05-01T00:00:00Z")))
        .expand(item);
  }

  /// Returns the starts of what is busy.
  static List<String> starts(IcsReading.Read read) {
    return busy(read).stream().map(busy -> busy.start().toString()).toList();
  }
}
