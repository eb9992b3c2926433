package org.meetwright.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Set;
import org.meetwright.core.calendar.item.CalendarItem;
import org.meetwright.core.calendar.item.IcsReader;
import org.meetwright.core.calendar.item.IcsReading;
import org.meetwright.core.calendar.item.Recurrences;
import org.meetwright.core.time.Interval;

/// Reads a calendar of 10,600 events, 300 of them daily for ten years with three exceptions each,
/// and expands it for 60 days, ten times. Prints how long each took.
public final class CalendarReading {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

  private CalendarReading() {}

  /// Runs it.
  public static void main(String[] arguments) {
    String text = calendar();
    System.out.printf(Locale.ROOT, "%,d bytes%n", text.length());
    Instant from = Instant.parse("2026-03-01T00:00:00Z");
    Interval window = new Interval(from, from.plus(Duration.ofDays(60)));
    for (int round = 0; round < 10; round++) {
      long begin = System.nanoTime();
      IcsReading.Read read = (IcsReading.Read) new IcsReader(Set.of()).read(text);
      long between = System.nanoTime();
      Recurrences recurrences = new Recurrences(ZoneId.of("Europe/Berlin"), window);
      int busy = 0;
      for (CalendarItem item : read.items()) {
        busy += recurrences.expand(item).busy().size();
      }
      long end = System.nanoTime();
      System.out.printf(
          Locale.ROOT,
          "%,d items read in %d ms, %,d busy times expanded in %d ms%n",
          read.items().size(),
          (between - begin) / 1_000_000,
          busy,
          (end - between) / 1_000_000);
    }
  }

  private static String calendar() {
    StringBuilder text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
    LocalDate first = LocalDate.of(2020, 1, 1);
    for (int i = 0; i < 10_300; i++) {
      event(text, "single-" + i, first.plusDays(i % 3000), "");
    }
    for (int i = 0; i < 300; i++) {
      event(text, "daily-" + i, first, "RRULE:FREQ=DAILY;UNTIL=20291231T235959Z\r\n");
      for (int day = 0; day < 3; day++) {
        LocalDate moved = LocalDate.of(2026, 3, 2).plusDays(7L * day);
        String id = "RECURRENCE-ID;TZID=Europe/Berlin:" + DAY.format(moved) + "T090000\r\n";
        event(text, "daily-" + i, moved.plusDays(1), id);
      }
    }
    return text + "END:VCALENDAR\r\n";
  }

  private static void event(StringBuilder text, String uid, LocalDate day, String more) {
    text.append("BEGIN:VEVENT\r\nUID:").append(uid).append("\r\nDTSTAMP:20260101T000000Z\r\n");
    for (String line :
        new String[] {
          "DTSTART;TZID=Europe/Berlin:%sT090000", "DTEND;TZID=Europe/Berlin:%sT093000"
        }) {
      text.append(line.formatted(DAY.format(day))).append("\r\n");
    }
    text.append(more).append("SUMMARY:Meeting\r\nDESCRIPTION:Some words about it\r\n");
    text.append("LOCATION:Room 7\r\nEND:VEVENT\r\n");
  }
}
