package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.Schedule;

/// Semantics.md word by word, slow and obvious: each candidate is asked each question by itself.
final class SlotOracle {
  private final Instant now;
  private final EventType type;
  private final List<OracleHost> hosts;

  SlotOracle(Instant now, EventType type, List<OracleHost> hosts) {
    this.now = now;
    this.type = type;
    this.hosts = hosts;
  }

  /// The facts of a host.
  record OracleHost(
      UUID id,
      boolean active,
      Schedule schedule,
      List<MeetingTime> meetings,
      List<BusyTime> busyTimes) {
    ZoneId zone() {
      return schedule.timeZone();
    }
  }

  /// Returns the starts on local dates of a zone, both inclusive.
  List<Instant> slots(LocalDate from, LocalDate to, ZoneId asked) {
    LocalDate early = from.minusDays(20);
    LocalDate late = to.plusDays(5);
    return switch (type.assignment()) {
      case Assignment.OneHost one ->
          slots(windows(hosts.getFirst(), early, late), hosts, from, to, asked);
      case Assignment.Collective collective -> {
        List<Window> common = windows(hosts.getFirst(), early, late);
        for (OracleHost host : hosts) {
          common = intersection(common, windows(host, early, late));
        }
        yield slots(common, hosts, from, to, asked);
      }
      case Assignment.RoundRobin inTurn -> {
        TreeSet<Instant> anyone = new TreeSet<>();
        for (OracleHost host : hosts) {
          anyone.addAll(slots(windows(host, early, late), List.of(host), from, to, asked));
        }
        yield List.copyOf(anyone);
      }
    };
  }

  private List<Instant> slots(
      List<Window> windows, List<OracleHost> needed, LocalDate from, LocalDate to, ZoneId asked) {
    List<Instant> slots = new ArrayList<>();
    for (Window window : windows) {
      for (Instant s = window.start;
          !s.plusSeconds(type.durationMinutes() * 60L).isAfter(window.end);
          s = s.plusSeconds(type.stepMinutes() * 60L)) {
        LocalDate date = s.atZone(asked).toLocalDate();
        boolean free = true;
        for (OracleHost host : needed) {
          free &= !date.isBefore(from) && !date.isAfter(to) && isFree(host, s);
        }
        if (free) {
          slots.add(s);
        }
      }
    }
    return slots;
  }

  private static List<Window> intersection(List<Window> some, List<Window> others) {
    List<Window> common = new ArrayList<>();
    for (Window one : some) {
      for (Window other : others) {
        Instant start = one.start.isAfter(other.start) ? one.start : other.start;
        Instant end = one.end.isBefore(other.end) ? one.end : other.end;
        if (start.isBefore(end)) {
          common.add(new Window(start, end));
        }
      }
    }
    return common;
  }

  private record Window(Instant start, Instant end) {}

  private static List<Window> windows(OracleHost host, LocalDate from, LocalDate to) {
    List<Window> all = new ArrayList<>();
    for (LocalDate date = from; !date.isAfter(to); date = date.plusDays(1)) {
      for (LocalHours hours : hours(host.schedule(), date)) {
        Instant start = instant(host, date, hours.startMinute());
        Instant end = instant(host, date, hours.endMinute());
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

  private static List<LocalHours> hours(Schedule schedule, LocalDate date) {
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

  private static Instant instant(OracleHost host, LocalDate date, int minute) {
    LocalDateTime edge = date.atStartOfDay().plusMinutes(minute);
    ZoneOffsetTransition change = host.zone().getRules().getTransition(edge);
    return change != null && change.isGap()
        ? change.getInstant()
        : edge.atZone(host.zone()).toInstant();
  }

  private boolean isFree(OracleHost host, Instant s) {
    Instant from = s.minusSeconds(type.bufferBeforeMinutes() * 60L);
    Instant until = s.plusSeconds((type.durationMinutes() + type.bufferAfterMinutes()) * 60L);
    boolean joins = host.meetings().stream().anyMatch(meeting -> isJoinable(meeting, s));
    boolean taken =
        !joins
            && host.meetings().stream()
                .anyMatch(
                    meeting ->
                        from.isBefore(meeting.paddedUntil())
                            && meeting.paddedFrom().isBefore(until));
    boolean busy =
        host.busyTimes().stream()
            .anyMatch(time -> from.isBefore(time.endsAt()) && time.startsAt().isBefore(until));
    return host.active()
        && type.active()
        && !taken
        && !busy
        && !s.isBefore(now.plusSeconds(type.minimumNoticeMinutes() * 60L))
        && isInBookingWindow(host, s)
        && (joins || isWithinLimits(host, s));
  }

  private boolean isJoinable(MeetingTime meeting, Instant s) {
    return type.seats() > 1
        && type.id().equals(meeting.eventTypeId())
        && meeting.startsAt().equals(s)
        && meeting.seatsTaken() < type.seats();
  }

  private boolean isInBookingWindow(OracleHost host, Instant s) {
    LocalDate date = s.atZone(host.zone()).toLocalDate();
    return switch (type.bookingWindow()) {
      case BookingWindow.Rolling rolling ->
          !date.isAfter(now.atZone(host.zone()).toLocalDate().plusDays(rolling.days()));
      case BookingWindow.Dates dates -> !date.isBefore(dates.from()) && !date.isAfter(dates.to());
      case BookingWindow.Unlimited unlimited -> true;
    };
  }

  private boolean isWithinLimits(OracleHost host, Instant s) {
    LocalDate date = s.atZone(host.zone()).toLocalDate();
    long onDay = 0;
    long inWeek = 0;
    for (MeetingTime meeting : host.meetings()) {
      if (type.id().equals(meeting.eventTypeId())) {
        LocalDate other = meeting.startsAt().atZone(host.zone()).toLocalDate();
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
