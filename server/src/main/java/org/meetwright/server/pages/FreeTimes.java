package org.meetwright.server.pages;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.pages.picker.TimePicker.Month;

/// Asks for the free times that a page shows.
final class FreeTimes {
  /// How far a free month is looked for.
  private static final int MOST_MONTHS_AHEAD = 6;

  private static final int DAYS_AROUND = 14;
  private static final int MOST_OTHER_TIMES = 6;

  private final Availability availability;
  private final InstantSource clock;

  FreeTimes(Availability availability, InstantSource clock) {
    this.availability = availability;
    this.clock = clock;
  }

  /// Returns the free times of a month.
  ///
  /// @param asked null, or before this month, for this month
  Month month(EventType eventType, @Nullable YearMonth asked, ZoneId zone) {
    YearMonth current = YearMonth.from(today(zone));
    YearMonth month = asked == null || asked.isBefore(current) ? current : asked;
    Slots slots = slots(eventType, month, zone);
    YearMonth nextFree =
        slots.starts().length > 0 || slots.nextFrom() == null
            ? null
            : nextFree(eventType, month.plusMonths(1), zone);
    return new Month(month, byDate(slots, zone), slots.nextFrom() != null, nextFree);
  }

  private @Nullable YearMonth nextFree(EventType eventType, YearMonth first, ZoneId zone) {
    for (int ahead = 0; ahead < MOST_MONTHS_AHEAD; ahead++) {
      Slots slots = slots(eventType, first.plusMonths(ahead), zone);
      if (slots.starts().length > 0) {
        return first.plusMonths(ahead);
      }
      if (slots.nextFrom() == null) {
        return null;
      }
    }
    return null;
  }

  private Slots slots(EventType eventType, YearMonth month, ZoneId zone) {
    LocalDate today = today(zone);
    LocalDate first = month.atDay(1);
    return availability.slots(
        eventType, first.isBefore(today) ? today : first, month.atEndOfMonth(), zone);
  }

  private LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
  }

  private static SortedMap<LocalDate, List<Instant>> byDate(Slots slots, ZoneId zone) {
    SortedMap<LocalDate, List<Instant>> starts = new TreeMap<>();
    for (long second : slots.starts()) {
      Instant start = Instant.ofEpochSecond(second);
      starts
          .computeIfAbsent(start.atZone(zone).toLocalDate(), date -> new ArrayList<>())
          .add(start);
    }
    return starts;
  }

  /// Returns whether a time can be booked now.
  boolean offers(EventType eventType, Instant start, ZoneId zone) {
    LocalDate date = start.atZone(zone).toLocalDate();
    long[] starts = availability.slots(eventType, date, date, zone).starts();
    return start.getNano() == 0 && Arrays.binarySearch(starts, start.getEpochSecond()) >= 0;
  }

  /// Returns the free times nearest to one that cannot be had, ascending.
  List<Instant> near(EventType eventType, Instant wanted, ZoneId zone) {
    LocalDate date = wanted.atZone(zone).toLocalDate();
    LocalDate today = today(zone);
    LocalDate from = date.isBefore(today) ? today : date;
    return Arrays.stream(
            availability.slots(eventType, from, from.plusDays(DAYS_AROUND), zone).starts())
        .mapToObj(Instant::ofEpochSecond)
        .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
        .limit(MOST_OTHER_TIMES)
        .sorted()
        .toList();
  }
}
