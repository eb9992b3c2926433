package org.meetwright.core.slot;

import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.absence.Span;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.eventtype.rule.HostLimits;
import org.meetwright.core.schedule.LocalHours;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Travel;

/// Semantics.md word by word, slow and obvious: each candidate is asked each question by itself.
final class SlotOracle {
  private static final Map<String, HolidayManager> CALENDARS = new HashMap<>();

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
      List<BusyTime> busyTimes,
      List<Absence> absences,
      ZoneId defaultZone,
      HostLimits limits) {
    ZoneId zone() {
      return schedule.timeZone();
    }
  }

  /// A time that can be booked.
  record Slot(Instant start, Instant end, int seatsLeft) {}

  /// Returns the slots on local dates of a zone, both inclusive.
  List<Slot> slots(LocalDate from, LocalDate to, ZoneId asked) {
    LocalDate early = from.minusDays(20);
    LocalDate late = to.plusDays(5);
    TreeMap<Instant, Slot> slots = new TreeMap<>();
    switch (type.assignment()) {
      case Assignment.OneHost one -> add(slots, windows(hosts.getFirst(), early, late), hosts);
      case Assignment.Collective collective -> {
        List<Window> common = windows(hosts.getFirst(), early, late);
        for (OracleHost host : hosts) {
          common = intersection(common, windows(host, early, late));
        }
        add(slots, common, hosts);
      }
      case Assignment.RoundRobin inTurn -> {
        for (OracleHost host : hosts) {
          begun(windows(host, early, late), List.of(host))
              .forEach(slot -> slots.put(slot.start, slot));
        }
        // A group fills up before another one begins, the fullest first.
        Map<Instant, Slot> groups = new HashMap<>();
        for (OracleHost host : hosts) {
          for (Slot joined : joined(windows(host, early, late), List.of(host))) {
            Slot other = groups.get(joined.start);
            if (other == null || before(joined, other)) {
              groups.put(joined.start, joined);
            }
          }
        }
        slots.putAll(groups);
      }
    }
    return slots.values().stream()
        .filter(slot -> !slot.start.atZone(asked).toLocalDate().isBefore(from))
        .filter(slot -> !slot.start.atZone(asked).toLocalDate().isAfter(to))
        .toList();
  }

  private static boolean before(Slot one, Slot other) {
    return one.seatsLeft != other.seatsLeft
        ? one.seatsLeft < other.seatsLeft
        : one.end.isBefore(other.end);
  }

  private void add(Map<Instant, Slot> slots, List<Window> windows, List<OracleHost> needed) {
    begun(windows, needed).forEach(slot -> slots.put(slot.start, slot));
    joined(windows, needed).forEach(slot -> slots.put(slot.start, slot));
  }

  /// Returns the slots at which a meeting would be made.
  private List<Slot> begun(List<Window> windows, List<OracleHost> needed) {
    List<Slot> slots = new ArrayList<>();
    for (Window window : windows) {
      for (Instant s = window.start;
          !s.plusSeconds(type.timing().durationMinutes() * 60L).isAfter(window.end);
          s = s.plusSeconds(type.timing().stepMinutes() * 60L)) {
        boolean free = true;
        for (OracleHost host : needed) {
          free &= isFree(host, s);
        }
        if (free) {
          slots.add(
              new Slot(s, s.plusSeconds(type.timing().durationMinutes() * 60L), type.seats()));
        }
      }
    }
    return slots;
  }

  /// Returns the group meetings that can be joined.
  private List<Slot> joined(List<Window> windows, List<OracleHost> needed) {
    List<Slot> slots = new ArrayList<>();
    for (MeetingTime meeting : needed.getFirst().meetings()) {
      boolean joinable =
          type.seats() > 1
              && type.id().equals(meeting.eventTypeId())
              && meeting.seatsTaken() < meeting.seats()
              && (type.timing().durationsMinutes().size() == 1
                  || meeting
                      .endsAt()
                      .equals(
                          meeting.startsAt().plusSeconds(type.timing().durationMinutes() * 60L)))
              && windows.stream()
                  .anyMatch(
                      window ->
                          !meeting.startsAt().isBefore(window.start)
                              && !meeting.endsAt().isAfter(window.end));
      for (OracleHost host : needed) {
        joinable &=
            host.meetings().contains(meeting)
                && !isBusy(host, meeting.paddedFrom(), meeting.paddedUntil())
                && !isAbsent(host, meeting.startsAt(), meeting.endsAt())
                && isBookable(host, meeting.startsAt());
      }
      if (joinable) {
        slots.add(
            new Slot(meeting.startsAt(), meeting.endsAt(), meeting.seats() - meeting.seatsTaken()));
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
                isHoliday(schedule, date)
                    ? List.of()
                    : schedule.weeklyHours().stream()
                        .filter(weekly -> weekly.day() == date.getDayOfWeek())
                        .map(weekly -> weekly.hours())
                        .toList());
  }

  /// Asks the library itself. The regions of these tests have no regions of their own.
  private static boolean isHoliday(Schedule schedule, LocalDate date) {
    PublicHolidays holidays = schedule.away().holidays();
    if (holidays == null) {
      return false;
    }
    HolidayManager manager =
        CALENDARS.computeIfAbsent(
            holidays.country(),
            country -> HolidayManager.getInstance(ManagerParameters.create(country)));
    String[] region =
        holidays.region() == null
            ? new String[0]
            : new String[] {holidays.region().toLowerCase(Locale.ROOT)};
    return manager.getHolidays(Year.of(date.getYear()), HolidayType.PUBLIC_HOLIDAY, region).stream()
        .anyMatch(
            holiday ->
                holiday.getDate().equals(date)
                    && !holidays.except().contains(holiday.getPropertiesKey())
                    && !holidays.except().contains(date.toString()));
  }

  private static Instant instant(OracleHost host, LocalDate date, int minute) {
    LocalDateTime edge = date.atStartOfDay().plusMinutes(minute);
    ZoneId zone = host.zone();
    for (Travel travel : host.schedule().away().travel()) {
      if (!date.isBefore(travel.from()) && !date.isAfter(travel.to())) {
        zone = travel.timeZone();
      }
    }
    ZoneOffsetTransition change = zone.getRules().getTransition(edge);
    return change != null && change.isGap() ? change.getInstant() : edge.atZone(zone).toInstant();
  }

  private boolean isFree(OracleHost host, Instant s) {
    Instant from = s.minusSeconds(type.timing().bufferBeforeMinutes() * 60L);
    Instant until =
        s.plusSeconds((type.timing().durationMinutes() + type.timing().bufferAfterMinutes()) * 60L);
    boolean taken =
        host.meetings().stream()
            .anyMatch(
                meeting ->
                    from.isBefore(meeting.paddedUntil()) && meeting.paddedFrom().isBefore(until));
    Instant end = s.plusSeconds(type.timing().durationMinutes() * 60L);
    return !taken
        && !isBusy(host, from, until)
        && !isAbsent(host, s, end)
        && isBookable(host, s)
        && isWithinLimits(host, s);
  }

  /// Looks at the clock every minute.
  private static boolean isAbsent(OracleHost host, Instant start, Instant end) {
    for (Absence absence : host.absences()) {
      switch (absence.span()) {
        case Span.Instants(Instant from, Instant to) -> {
          if (start.isBefore(to) && from.isBefore(end)) {
            return true;
          }
        }
        case Span.Dates(LocalDate from, LocalDate to) -> {
          LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate();
          boolean near = !first.isBefore(from.minusDays(3)) && !first.isAfter(to.plusDays(3));
          for (Instant t = start; near && t.isBefore(end); t = t.plusSeconds(60)) {
            LocalDate date = t.atZone(host.defaultZone()).toLocalDate();
            if (!date.isBefore(from) && !date.isAfter(to)) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  private static boolean isBusy(OracleHost host, Instant from, Instant until) {
    return host.busyTimes().stream()
        .anyMatch(time -> from.isBefore(time.endsAt()) && time.startsAt().isBefore(until));
  }

  private boolean isBookable(OracleHost host, Instant s) {
    return host.active()
        && type.active()
        && !s.isBefore(now.plusSeconds(type.bounds().minimumNoticeMinutes() * 60L))
        && isInBookingWindow(host, s);
  }

  private boolean isInBookingWindow(OracleHost host, Instant s) {
    LocalDate date = s.atZone(host.zone()).toLocalDate();
    return switch (type.bounds().bookingWindow()) {
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
    long inMonth = 0;
    long ofAllKinds = 0;
    long minutes = type.timing().durationMinutes();
    for (MeetingTime meeting : host.meetings()) {
      LocalDate other = meeting.startsAt().atZone(host.zone()).toLocalDate();
      if (other.equals(date)) {
        ofAllKinds++;
        minutes += Duration.between(meeting.startsAt(), meeting.endsAt()).toMinutes();
      }
      if (type.id().equals(meeting.eventTypeId())) {
        onDay += other.equals(date) ? 1 : 0;
        inWeek += week(other).equals(week(date)) ? 1 : 0;
        inMonth += YearMonth.from(other).equals(YearMonth.from(date)) ? 1 : 0;
      }
    }
    return (type.bounds().maxPerDay() == null || onDay < type.bounds().maxPerDay())
        && (type.bounds().maxPerWeek() == null || inWeek < type.bounds().maxPerWeek())
        && (type.bounds().maxPerMonth() == null || inMonth < type.bounds().maxPerMonth())
        && (host.limits().maxMeetingsPerDay() == null
            || ofAllKinds < host.limits().maxMeetingsPerDay())
        && (host.limits().maxMinutesPerDay() == null
            || minutes <= host.limits().maxMinutesPerDay());
  }

  private static String week(LocalDate date) {
    return date.get(IsoFields.WEEK_BASED_YEAR) + "-" + date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
  }
}
