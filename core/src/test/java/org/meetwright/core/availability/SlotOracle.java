package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.meetwright.core.availability.Snapshot.MeetingTime;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;

/// Semantics.md word by word, slow and obvious: each candidate is asked each question by itself.
final class SlotOracle {
  private final Snapshot snapshot;
  private final EventType type;
  private final Schedule schedule;
  private final ZoneId zone;

  SlotOracle(Snapshot snapshot) {
    this.snapshot = snapshot;
    this.type = snapshot.eventType();
    this.schedule = snapshot.schedule();
    this.zone = schedule.timeZone();
  }

  private record Window(Instant start, Instant end) {}

  /// Returns the starts on local dates of a zone, both inclusive.
  List<Instant> slots(LocalDate from, LocalDate to, ZoneId asked) {
    List<Instant> slots = new ArrayList<>();
    for (Window window : windows(from.minusDays(20), to.plusDays(5))) {
      for (Instant s = window.start;
          !s.plusSeconds(type.durationMinutes() * 60L).isAfter(window.end);
          s = s.plusSeconds(type.stepMinutes() * 60L)) {
        LocalDate date = s.atZone(asked).toLocalDate();
        if (!date.isBefore(from) && !date.isAfter(to) && isFree(s)) {
          slots.add(s);
        }
      }
    }
    return slots;
  }

  private List<Window> windows(LocalDate from, LocalDate to) {
    List<Window> all = new ArrayList<>();
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      for (LocalHours hours : hours(date)) {
        Instant start = instant(date, hours.startMinute());
        Instant end = instant(date, hours.endMinute());
        if (start.isBefore(end)) {
          all.add(new Window(start, end));
        }
      }
    }
    all.sort(Comparator.comparing(Window::start));
    List<Window> joined = new ArrayList<>();
    for (Window window : all) {
      Window last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && !window.start.isAfter(last.end)) {
        Instant end = window.end.isAfter(last.end) ? window.end : last.end;
        joined.set(joined.size() - 1, new Window(last.start, end));
      } else {
        joined.add(window);
      }
    }
    return joined;
  }

  private List<LocalHours> hours(LocalDate date) {
    return schedule.overrides().stream()
        .filter(override -> override.date().equals(date))
        .findFirst()
        .map(override -> override.hours())
        .orElseGet(
            () ->
                schedule.weeklyHours().stream()
                    .filter(weekly -> weekly.day() == date.getDayOfWeek())
                    .map(weekly -> weekly.hours())
                    .toList());
  }

  private Instant instant(LocalDate date, int minute) {
    return ZonedDateTime.of(date.atStartOfDay().plusMinutes(minute), zone).toInstant();
  }

  private boolean isFree(Instant s) {
    Instant paddedFrom = s.minusSeconds(type.bufferBeforeMinutes() * 60L);
    Instant paddedUntil = s.plusSeconds((type.durationMinutes() + type.bufferAfterMinutes()) * 60L);
    for (MeetingTime meeting : snapshot.meetings()) {
      if (paddedFrom.isBefore(meeting.paddedUntil())
          && meeting.paddedFrom().isBefore(paddedUntil)) {
        return false;
      }
    }
    return snapshot.hostActive()
        && type.active()
        && !s.isBefore(snapshot.now().plusSeconds(type.minimumNoticeMinutes() * 60L))
        && isInBookingWindow(s)
        && isWithinLimits(s);
  }

  private boolean isInBookingWindow(Instant s) {
    LocalDate date = s.atZone(zone).toLocalDate();
    return switch (type.bookingWindow()) {
      case BookingWindow.Rolling rolling ->
          !date.isAfter(snapshot.now().atZone(zone).toLocalDate().plusDays(rolling.days()));
      case BookingWindow.Dates dates -> !date.isBefore(dates.from()) && !date.isAfter(dates.to());
      case BookingWindow.Unlimited unlimited -> true;
    };
  }

  private boolean isWithinLimits(Instant s) {
    LocalDate date = s.atZone(zone).toLocalDate();
    long onDay = 0;
    long inWeek = 0;
    for (MeetingTime meeting : snapshot.meetings()) {
      if (type.id().equals(meeting.eventTypeId())) {
        LocalDate other = meeting.startsAt().atZone(zone).toLocalDate();
        onDay += other.equals(date) ? 1 : 0;
        inWeek += week(other).equals(week(date)) ? 1 : 0;
      }
    }
    return (type.maxPerDay() == null || onDay < type.maxPerDay())
        && (type.maxPerWeek() == null || inWeek < type.maxPerWeek());
  }

  private static String week(LocalDate date) {
    return date.get(IsoFields.WEEK_BASED_YEAR) + "-" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
