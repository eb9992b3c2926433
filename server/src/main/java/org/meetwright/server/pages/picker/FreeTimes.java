package org.meetwright.server.pages.picker;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.availability.Availability.Slots;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.server.pages.picker.TimePicker.Month;
import org.meetwright.server.pages.text.Visitor;

/// Asks for the free times that a page shows.
public final class FreeTimes {
  /// How far a free time is looked for from the day on which booking begins: over a year.
  private static final int MOST_STRETCHES = 7;

  /// As many days as can be asked for at once.
  private static final int STRETCH = 62;

  private static final int DAYS_AROUND = 14;
  private static final int MOST_OTHER_TIMES = 6;

  private final InstantSource clock;
  private final Availability availability;
  private final @Nullable Booking moved;

  /// Creates it for times that are to be booked.
  public FreeTimes(InstantSource clock, Availability availability) {
    this(clock, availability, null);
  }

  private FreeTimes(InstantSource clock, Availability availability, @Nullable Booking moved) {
    this.clock = clock;
    this.availability = availability;
    this.moved = moved;
  }

  /// Returns the free times to which a booking can be moved. Its own time hides none.
  public FreeTimes moving(Booking booking) {
    return new FreeTimes(clock, availability, booking);
  }

  /// Returns the free times of a month, and of those days of the next one that stand in its
  /// calendar.
  ///
  /// @param asked null, or before this month, for this month
  public Month month(EventType eventType, @Nullable YearMonth asked, Visitor visitor) {
    ZoneId zone = visitor.zone();
    LocalDate today = today(zone);
    YearMonth current = YearMonth.from(today);
    YearMonth month = asked == null || asked.isBefore(current) ? current : asked;
    LocalDate first = month.equals(current) ? today : month.atDay(1);
    LocalDate last = PickerMonth.last(month, visitor.locale());
    Slots slots = slots(eventType, first, last, zone);
    boolean none = slots.starts().length == 0;
    return new Month(
        month,
        byDate(eventType, slots, zone),
        slots.nextFrom() != null || endsBeyond(month, slots, zone),
        none && slots.nextFrom() != null
            ? firstFree(eventType, earliest(eventType, last.plusDays(1), zone), zone)
            : null,
        slots.absences());
  }

  private static boolean endsBeyond(YearMonth month, Slots slots, ZoneId zone) {
    long[] starts = slots.starts();
    return starts.length > 0
        && Instant.ofEpochSecond(starts[starts.length - 1])
            .atZone(zone)
            .toLocalDate()
            .isAfter(month.atEndOfMonth());
  }

  /// Returns the date before which nothing can be booked, or a later one.
  private LocalDate earliest(EventType eventType, LocalDate least, ZoneId zone) {
    LocalDate notice =
        clock.instant().plus(eventType.bounds().minimumNotice()).atZone(zone).toLocalDate();
    LocalDate begin =
        eventType.bounds().bookingWindow()
                instanceof BookingWindow.Dates(LocalDate from, LocalDate to)
            // Its dates are those of another zone.
            ? from.minusDays(1)
            : least;
    return Stream.of(least, notice, begin).max(Comparator.naturalOrder()).orElse(least);
  }

  private @Nullable Instant firstFree(EventType eventType, LocalDate from, ZoneId zone) {
    LocalDate date = from;
    for (int stretch = 0; stretch < MOST_STRETCHES; stretch++) {
      LocalDate last = date.plusDays(STRETCH - 1L);
      Slots slots = slots(eventType, date, last, zone);
      if (slots.starts().length > 0) {
        return Instant.ofEpochSecond(slots.starts()[0]);
      }
      if (slots.nextFrom() == null) {
        return null;
      }
      date = last.plusDays(1);
    }
    return null;
  }

  private Slots slots(EventType eventType, LocalDate from, LocalDate to, ZoneId zone) {
    return moved == null
        ? availability.slots(eventType, from, to, zone)
        : availability.slotsToMove(moved, eventType, from, to, zone);
  }

  private LocalDate today(ZoneId zone) {
    return clock.instant().atZone(zone).toLocalDate();
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
  public @Nullable Integer seatsLeft(EventType eventType, Instant start, ZoneId zone) {
    if (eventType.seats() == 1) {
      return null;
    }
    LocalDate date = start.atZone(zone).toLocalDate();
    Slots slots = slots(eventType, date, date, zone);
    int index = Arrays.binarySearch(slots.starts(), start.getEpochSecond());
    return index < 0 ? null : slots.seatsLeft()[index];
  }

  /// Returns when what is booked at a time ends.
  public Instant end(EventType eventType, Instant start, ZoneId zone) {
    LocalDate date = start.atZone(zone).toLocalDate();
    Slots slots = slots(eventType, date, date, zone);
    int index = Arrays.binarySearch(slots.starts(), start.getEpochSecond());
    return index < 0
        ? eventType.meeting(start).endExclusive()
        : Instant.ofEpochSecond(slots.ends()[index]);
  }

  /// Returns whether a time can be booked now.
  public boolean offers(EventType eventType, Instant start, ZoneId zone) {
    LocalDate date = start.atZone(zone).toLocalDate();
    long[] starts = slots(eventType, date, date, zone).starts();
    return start.getNano() == 0 && Arrays.binarySearch(starts, start.getEpochSecond()) >= 0;
  }

  /// Returns the free times nearest to one that cannot be had, ascending.
  public List<Instant> near(EventType eventType, Instant wanted, ZoneId zone) {
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
