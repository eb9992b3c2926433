package org.meetwright.server.pages;

import java.time.Duration;
import java.time.Instant;
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
import org.meetwright.core.Core;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.server.pages.picker.FreeTime;
import org.meetwright.server.pages.picker.TimePicker.Month;

/// Asks for the free times that a page shows.
final class FreeTimes {
  /// How far a free month is looked for.
  private static final int MOST_MONTHS_AHEAD = 6;

  private static final int DAYS_AROUND = 14;
  private static final int MOST_OTHER_TIMES = 6;

  private final Core core;
  private final @Nullable Booking moved;

  FreeTimes(Core core) {
    this(core, null);
  }

  private FreeTimes(Core core, @Nullable Booking moved) {
    this.core = core;
    this.moved = moved;
  }

  /// Returns the free times to which a booking can be moved. Its own time hides none.
  FreeTimes moving(Booking booking) {
    return new FreeTimes(core, booking);
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
    return new Month(month, byDate(eventType, slots, zone), slots.nextFrom() != null, nextFree);
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
    return slots(eventType, first.isBefore(today) ? today : first, month.atEndOfMonth(), zone);
  }

  private Slots slots(EventType eventType, LocalDate from, LocalDate to, ZoneId zone) {
    Slots slots = core.availability().slots(eventType, from, to, zone);
    if (moved == null) {
      return slots;
    }
    long[] starts =
        core.bookings().isAlone(moved)
            ? core.availability().startsWithout(moved.meetingId(), eventType, from, to, zone)
            : slots.starts();
    long old = moved.start().getEpochSecond();
    long[] others = Arrays.stream(starts).filter(start -> start != old).toArray();
    return new Slots(
        others,
        seatsLeft(others, slots, eventType),
        slots.nextFrom(),
        slots.revision(),
        slots.fromMemory());
  }

  /// A time that only the moved meeting takes has all its seats.
  private static int[] seatsLeft(long[] starts, Slots slots, EventType eventType) {
    return Arrays.stream(starts)
        .mapToInt(
            start -> {
              int index = Arrays.binarySearch(slots.starts(), start);
              return index < 0 ? eventType.seats() : slots.seatsLeft()[index];
            })
        .toArray();
  }

  private LocalDate today(ZoneId zone) {
    return core.clock().instant().atZone(zone).toLocalDate();
  }

  private static SortedMap<LocalDate, List<FreeTime>> byDate(
      EventType eventType, Slots slots, ZoneId zone) {
    SortedMap<LocalDate, List<FreeTime>> times = new TreeMap<>();
    for (int i = 0; i < slots.starts().length; i++) {
      Instant start = Instant.ofEpochSecond(slots.starts()[i]);
      Integer seats = eventType.seats() == 1 ? null : slots.seatsLeft()[i];
      times
          .computeIfAbsent(start.atZone(zone).toLocalDate(), date -> new ArrayList<>())
          .add(new FreeTime(start, seats));
    }
    return times;
  }

  /// Returns how many can still book a time; null if nobody can, or if it is for one alone.
  @Nullable Integer seatsLeft(EventType eventType, Instant start, ZoneId zone) {
    if (eventType.seats() == 1) {
      return null;
    }
    LocalDate date = start.atZone(zone).toLocalDate();
    Slots slots = slots(eventType, date, date, zone);
    int index = Arrays.binarySearch(slots.starts(), start.getEpochSecond());
    return index < 0 ? null : slots.seatsLeft()[index];
  }

  /// Returns whether a time can be booked now.
  boolean offers(EventType eventType, Instant start, ZoneId zone) {
    LocalDate date = start.atZone(zone).toLocalDate();
    long[] starts = slots(eventType, date, date, zone).starts();
    return start.getNano() == 0 && Arrays.binarySearch(starts, start.getEpochSecond()) >= 0;
  }

  /// Returns the free times nearest to one that cannot be had, ascending.
  List<Instant> near(EventType eventType, Instant wanted, ZoneId zone) {
    LocalDate date = wanted.atZone(zone).toLocalDate();
    LocalDate today = today(zone);
    LocalDate first = date.minusDays(DAYS_AROUND);
    LocalDate from = first.isBefore(today) ? today : first;
    LocalDate to = date.isBefore(today) ? today : date;
    return Arrays.stream(slots(eventType, from, to.plusDays(DAYS_AROUND), zone).starts())
        .mapToObj(Instant::ofEpochSecond)
        .sorted(Comparator.comparing(start -> Duration.between(wanted, start).abs()))
        .limit(MOST_OTHER_TIMES)
        .sorted()
        .toList();
  }
}
