package org.meetwright.core.slot.explain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.OpenWindows;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;

/// Says how schedules speak against a meeting.
final class ScheduleReasons {
  private final Snapshot snapshot;
  private final EventType eventType;
  private final Candidate candidate;
  private final Instant instant;
  private final long start;
  private final Reasons reasons;

  ScheduleReasons(Snapshot snapshot, Candidate candidate, Reasons reasons) {
    this.snapshot = snapshot;
    this.eventType = snapshot.eventType();
    this.candidate = candidate;
    this.instant = candidate.start();
    this.start = instant.getEpochSecond();
    this.reasons = reasons;
  }

  /// Says that the date cannot be booked, if so.
  void explainBookingWindow(HostFacts host) {
    IntervalSet only = IntervalSet.of(start, start + 1);
    if (!SlotFinder.withinBookingWindow(snapshot, host.zone(), only).isEmpty()) {
      return;
    }
    switch (eventType.bounds().bookingWindow()) {
      case BookingWindow.Rolling rolling ->
          reasons.add(
              Code.BOOKING_WINDOW,
              "Meetings are booked at most " + rolling.days() + " days ahead.",
              Reasons.of(host, "bookingWindow", Map.of("kind", "rolling", "days", rolling.days())));
      case BookingWindow.Dates dates ->
          reasons.add(
              Code.BOOKING_WINDOW,
              "Meetings are booked from " + dates.from() + " to " + dates.to() + ".",
              Reasons.of(
                  host,
                  "bookingWindow",
                  Map.of(
                      "kind",
                      "dates",
                      "from",
                      dates.from().toString(),
                      "to",
                      dates.to().toString())));
      case BookingWindow.Unlimited unlimited -> {}
    }
  }

  /// Says why the schedule of a host does not allow the meeting, if so.
  void explain(HostFacts host) {
    if (Party.fits(host.windows(), candidate.meeting())) {
      return;
    }
    explainHolidays(host);
    if (!Party.fits(host.usualWindows(), candidate.meeting())) {
      reasons.add(
          Code.OUTSIDE_SCHEDULE,
          "The schedule is not open for the whole meeting.",
          Reasons.of(host, "schedule", host.schedule().name()));
      return;
    }
    for (DateOverride override : host.schedule().overrides()) {
      if (isNear(host, override.date()) && isPartlyClosed(host, override.date())) {
        reasons.add(
            Code.OVERRIDE,
            "The schedule has other hours on this date.",
            Reasons.of(
                host,
                "override",
                Map.of("date", override.date().toString(), "hours", hours(override))));
      }
    }
  }

  private void explainHolidays(HostFacts host) {
    LocalDate last = lastNear(host);
    for (LocalDate date = firstNear(host); !date.isAfter(last); date = date.plusDays(1)) {
      PublicHolidays.Closure holiday = host.schedule().holidayOn(date);
      if (holiday != null && isPartlyClosed(host, date)) {
        reasons.add(
            Code.HOLIDAY,
            holiday.name() + " is a public holiday.",
            Reasons.of(
                host,
                "holiday",
                Map.of("id", holiday.id(), "name", holiday.name(), "date", date.toString())));
      }
    }
  }

  private boolean isNear(HostFacts host, LocalDate date) {
    return !date.isBefore(firstNear(host)) && !date.isAfter(lastNear(host));
  }

  /// Returns the first date whose hours may be about the meeting, in whatever zone they are meant.
  private LocalDate firstNear(HostFacts host) {
    return host.localDate(start).minusDays(2);
  }

  private LocalDate lastNear(HostFacts host) {
    return host.localDate(candidate.meeting().endExclusive().getEpochSecond()).plusDays(2);
  }

  /// Returns whether a part of the meeting is closed that lies on a date.
  private boolean isPartlyClosed(HostFacts host, LocalDate date) {
    return !IntervalSet.covering(List.of(candidate.meeting()))
        .intersect(OpenWindows.ofDate(date, host.schedule().zoneOn(date)))
        .minus(host.windows())
        .isEmpty();
  }

  private static String hours(DateOverride override) {
    return override.hours().isEmpty() ? "" : override.hours().toString();
  }

  /// Says that the meeting does not begin where meetings do, if so.
  void explainGrid(Party party) {
    long from = party.windows().start(party.windows().firstEndingAfter(start));
    long step = eventType.timing().step().toSeconds();
    if (!instant.equals(Instant.ofEpochSecond(start)) || (start - from) % step != 0) {
      explainGrid(party.hosts(), from);
    }
  }

  private void explainGrid(List<HostFacts> hosts, long windowStart) {
    HostFacts host = hosts.getFirst();
    Map<String, Object> detail = new HashMap<>();
    detail.put("stepMinutes", eventType.timing().stepMinutes());
    detail.put("from", Instant.ofEpochSecond(windowStart).toString());
    // The windows of several are nobody's own.
    if (hosts.size() == 1) {
      detail.put("host", host.handle());
    }
    reasons.add(
        Code.OFF_GRID,
        "Meetings start every "
            + eventType.timing().stepMinutes()
            + " minutes from "
            + Instant.ofEpochSecond(windowStart).atZone(host.zone()).toLocalTime()
            + ".",
        detail);
  }
}
