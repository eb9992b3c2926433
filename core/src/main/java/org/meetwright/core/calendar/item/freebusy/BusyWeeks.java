package org.meetwright.core.calendar.item.freebusy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.meetwright.core.calendar.item.CalendarItem;

/// Busy times as items, one for each week (in UTC, from Monday) that has any. Servers put events
/// that touch each other into one period and cut periods where the question ends; a week has the
/// same text however they do it. A series that is moved changes weeks, and makes nothing vanish.
///
/// @param from the beginning of the first week, inclusive
/// @param until the end of the last one, exclusive
public record BusyWeeks(Instant from, Instant until) {
  private static final long WEEK = Duration.ofDays(7).toSeconds();

  /// 1970-01-05.
  private static final long MONDAY = Duration.ofDays(4).toSeconds();

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Returns the weeks that touch `[from, until)`.
  public static BusyWeeks around(Instant from, Instant until) {
    Instant last = begin(until);
    return new BusyWeeks(begin(from), last.isBefore(until) ? last.plusSeconds(WEEK) : last);
  }

  private static Instant begin(Instant time) {
    long seconds = time.getEpochSecond();
    return Instant.ofEpochSecond(seconds - Math.floorMod(seconds - MONDAY, WEEK));
  }

  /// Returns the items of the busy times in these weeks; what lies outside is left out.
  public List<CalendarItem> items(List<BusyPeriod> busy) {
    Map<Instant, StringBuilder> texts = new TreeMap<>();
    for (BusyPeriod period : merged(busy)) {
      Instant start = period.start();
      while (start.isBefore(period.end())) {
        Instant week = begin(start);
        Instant next = week.plusSeconds(WEEK);
        Instant end = next.isBefore(period.end()) ? next : period.end();
        append(texts.computeIfAbsent(week, key -> new StringBuilder()), week, start, end, period);
        start = end;
      }
    }
    return texts.entrySet().stream()
        .map(week -> new CalendarItem(uid(week.getKey()), week.getValue().toString()))
        .toList();
  }

  private static String uid(Instant week) {
    return "free-busy-" + week.atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static void append(
      StringBuilder text, Instant week, Instant start, Instant end, BusyPeriod period) {
    text.append("BEGIN:VEVENT\nUID:").append(uid(week));
    text.append("\nDTSTART:").append(UTC.format(start)).append("\nDTEND:").append(UTC.format(end));
    text.append(period.tentative() ? "\nSTATUS:TENTATIVE" : "");
    text.append("\nCLASS:PRIVATE\nEND:VEVENT\n");
  }

  /// Returns the periods within the weeks by start, those of one kind apart from each other.
  private List<BusyPeriod> merged(List<BusyPeriod> busy) {
    List<BusyPeriod> sorted = new ArrayList<>();
    for (boolean tentative : new boolean[] {false, true}) {
      Instant start = null;
      Instant end = null;
      for (BusyPeriod period : within(busy, tentative)) {
        if (start == null || end == null || period.start().isAfter(end)) {
          if (start != null && end != null) {
            sorted.add(new BusyPeriod(start, end, tentative));
          }
          start = period.start();
          end = period.end();
        } else if (period.end().isAfter(end)) {
          end = period.end();
        }
      }
      if (start != null && end != null) {
        sorted.add(new BusyPeriod(start, end, tentative));
      }
    }
    sorted.sort(Comparator.comparing(BusyPeriod::start).thenComparing(BusyPeriod::tentative));
    return sorted;
  }

  private List<BusyPeriod> within(List<BusyPeriod> busy, boolean tentative) {
    return busy.stream()
        .filter(period -> period.tentative() == tentative)
        .filter(period -> period.end().isAfter(from) && period.start().isBefore(until))
        .map(
            period ->
                new BusyPeriod(
                    period.start().isBefore(from) ? from : period.start(),
                    period.end().isAfter(until) ? until : period.end(),
                    tentative))
        .sorted(Comparator.comparing(BusyPeriod::start))
        .toList();
  }
}
