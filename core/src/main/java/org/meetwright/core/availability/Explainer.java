package org.meetwright.core.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.availability.Reason.Code;
import org.meetwright.core.availability.Snapshot.Offer;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.BookingWindow;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;

/// Says why a start cannot be booked: a pure function of a [Snapshot], which reads the sets that
/// [SlotFinder] offers from.
public final class Explainer {
  private final Snapshot snapshot;
  private final EventType eventType;
  private final Instant instant;
  private final long start;
  private final List<Reason> reasons = new ArrayList<>();

  private Explainer(Snapshot snapshot, Instant start) {
    this.snapshot = snapshot;
    this.eventType = snapshot.eventType();
    this.instant = start;
    this.start = start.getEpochSecond();
  }

  /// What speaks against a start.
  ///
  /// @param reasons all that apply; none if it can be booked
  /// @param taken whether only meetings and busy times, and limits that these have reached, keep
  ///   someone from it who would have it otherwise
  public record Explanation(List<Reason> reasons, boolean taken) {}

  /// Explains a start.
  public static Explanation explain(Snapshot snapshot, Instant start) {
    return explain(snapshot, snapshot.offers(), start);
  }

  /// Explains a start for some of the hosts together.
  public static Explanation explain(Snapshot snapshot, Collection<UUID> hostIds, Instant start) {
    List<HostFacts> hosts =
        snapshot.hosts().stream().filter(host -> hostIds.contains(host.hostId())).toList();
    return hosts.isEmpty()
        ? new Explanation(List.of(), false)
        : explain(snapshot, List.of(Offer.of(hosts)), start);
  }

  private static Explanation explain(Snapshot snapshot, List<Offer> offers, Instant start) {
    if (offers.isEmpty()) {
      return withoutMembers(snapshot);
    }
    Set<Reason> all = new LinkedHashSet<>();
    boolean taken = false;
    for (Offer offer : offers) {
      List<Reason> reasons = reasonsAgainst(snapshot, offer, start);
      if (reasons.isEmpty()) {
        return new Explanation(List.of(), false);
      }
      taken |= isTaken(reasons);
      all.addAll(reasons);
    }
    return new Explanation(List.copyOf(all), taken);
  }

  private static Explanation withoutMembers(Snapshot snapshot) {
    Reason reason =
        new Reason(
            Code.INACTIVE,
            "The team has no members.",
            Map.of("eventType", snapshot.eventType().slug()));
    return new Explanation(List.of(reason), false);
  }

  private static boolean isTaken(List<Reason> reasons) {
    Set<Code> codes = EnumSet.noneOf(Code.class);
    reasons.forEach(reason -> codes.add(reason.code()));
    boolean taken = codes.contains(Code.MEETING) || codes.contains(Code.BUSY);
    codes.removeAll(EnumSet.of(Code.MEETING, Code.BUSY, Code.LIMIT));
    return taken && codes.isEmpty();
  }

  /// Returns whether a host of the snapshot is free for a start.
  public static boolean isFree(Snapshot snapshot, HostFacts host, Instant start) {
    return reasonsAgainst(snapshot, Offer.of(List.of(host)), start).isEmpty();
  }

  private static List<Reason> reasonsAgainst(Snapshot snapshot, Offer offer, Instant start) {
    Explainer explainer = new Explainer(snapshot, start);
    explainer.explain(offer);
    return explainer.reasons;
  }

  private void explain(Offer offer) {
    explainPresent();
    for (HostFacts host : offer.hosts()) {
      explainSwitchedOff(host);
      explainBookingWindow(host);
      explainMeetings(host);
      explainBusyTimes(host);
      explainLimit(host, host.beyondDayLimit(), eventType.maxPerDay(), "day");
      explainLimit(host, host.beyondWeekLimit(), eventType.maxPerWeek(), "week");
    }
    int window = offer.windows().firstEndingAfter(start);
    if (!fits(offer.windows())) {
      offer.hosts().forEach(this::explainWindow);
    } else if (!instant.equals(Instant.ofEpochSecond(start))
        || (start - offer.windows().start(window)) % (eventType.stepMinutes() * SlotFinder.MINUTE)
            != 0) {
      explainGrid(offer.hosts(), offer.windows().start(window));
    }
  }

  private void add(Code code, String message, Map<String, Object> detail) {
    reasons.add(new Reason(code, message, detail));
  }

  private Map<String, Object> of(HostFacts host, String key, Object value) {
    return Map.of("host", host.handle(), key, value);
  }

  private void explainPresent() {
    if (!eventType.active()) {
      add(Code.INACTIVE, "The event type is switched off.", Map.of("eventType", eventType.slug()));
    }
    if (start < IntervalSet.ceilSecond(snapshot.now())) {
      add(Code.PAST, "The time has passed.", Map.of("now", snapshot.now().toString()));
    } else if (start < SlotFinder.earliest(snapshot)) {
      add(
          Code.MINIMUM_NOTICE,
          "Meetings are booked at least " + eventType.minimumNoticeMinutes() + " minutes ahead.",
          Map.of("minimumNoticeMinutes", eventType.minimumNoticeMinutes()));
    }
  }

  private void explainSwitchedOff(HostFacts host) {
    if (!host.active()) {
      add(Code.INACTIVE, "The host is switched off.", Map.of("host", host.handle()));
    }
  }

  private void explainBookingWindow(HostFacts host) {
    IntervalSet only = IntervalSet.of(start, start + 1);
    if (!SlotFinder.withinBookingWindow(snapshot, host.zone(), only).isEmpty()) {
      return;
    }
    switch (eventType.bookingWindow()) {
      case BookingWindow.Rolling rolling ->
          add(
              Code.BOOKING_WINDOW,
              "Meetings are booked at most " + rolling.days() + " days ahead.",
              of(host, "bookingWindow", Map.of("kind", "rolling", "days", rolling.days())));
      case BookingWindow.Dates dates ->
          add(
              Code.BOOKING_WINDOW,
              "Meetings are booked from " + dates.from() + " to " + dates.to() + ".",
              of(
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

  private Interval padded() {
    Instant from = instant.minusSeconds(eventType.bufferBeforeMinutes() * SlotFinder.MINUTE);
    long ahead = eventType.durationMinutes() + (long) eventType.bufferAfterMinutes();
    return new Interval(from, instant.plusSeconds(ahead * SlotFinder.MINUTE));
  }

  private void explainMeetings(HostFacts host) {
    if (!host.takenByMeetings().contains(start)) {
      return;
    }
    for (MeetingTime meeting : host.meetings()) {
      if (meeting.padded().overlaps(padded())) {
        add(
            Code.MEETING,
            "Another meeting or its buffer takes this time.",
            of(
                host,
                "meeting",
                Map.of(
                    "id",
                    meeting.meetingId().toString(),
                    "eventType",
                    meeting.eventTypeName(),
                    "start",
                    meeting.startsAt().toString(),
                    "end",
                    meeting.endsAt().toString())));
      }
    }
  }

  private void explainBusyTimes(HostFacts host) {
    if (!host.takenByBusyTimes().contains(start)) {
      return;
    }
    for (BusyTime busy : host.busyTimes()) {
      if (new Interval(busy.startsAt(), busy.endsAt()).overlaps(padded())) {
        add(
            Code.BUSY,
            "A calendar says that the host is busy.",
            of(
                host,
                "busyTime",
                Map.of(
                    "id",
                    busy.id().toString(),
                    "summary",
                    busy.summary(),
                    "source",
                    busy.source(),
                    "start",
                    busy.startsAt().toString(),
                    "end",
                    busy.endsAt().toString())));
      }
    }
  }

  private void explainLimit(
      HostFacts host, IntervalSet full, @Nullable Integer most, String period) {
    if (most != null && full.contains(start)) {
      add(
          Code.LIMIT,
          "The " + period + " already has " + most + " of these meetings.",
          of(
              host,
              "limit",
              Map.of("per", period, "most", most, "date", host.localDate(start).toString())));
    }
  }

  private boolean fits(IntervalSet windows) {
    int window = windows.firstEndingAfter(start);
    return window < windows.size()
        && windows.start(window) <= start
        && start + eventType.durationMinutes() * SlotFinder.MINUTE <= windows.end(window);
  }

  private void explainWindow(HostFacts host) {
    if (fits(host.windows())) {
      return;
    }
    LocalDate date = host.localDate(start);
    if (!fits(host.windowsWithoutOverrides())) {
      add(
          Code.OUTSIDE_SCHEDULE,
          "The schedule is not open for the whole meeting.",
          of(host, "schedule", host.schedule().name()));
      return;
    }
    String hours =
        host.schedule().overrides().stream()
            .filter(override -> override.date().equals(date))
            .map(DateOverride::hours)
            .map(List::toString)
            .findFirst()
            .orElse("");
    add(
        Code.OVERRIDE,
        "The schedule has other hours on this date.",
        of(host, "override", Map.of("date", date.toString(), "hours", hours)));
  }

  private void explainGrid(List<HostFacts> hosts, long windowStart) {
    HostFacts host = hosts.getFirst();
    Map<String, Object> detail = new HashMap<>();
    detail.put("stepMinutes", eventType.stepMinutes());
    detail.put("from", Instant.ofEpochSecond(windowStart).toString());
    // The windows of several are nobody's own.
    if (hosts.size() == 1) {
      detail.put("host", host.handle());
    }
    add(
        Code.OFF_GRID,
        "Meetings start every "
            + eventType.stepMinutes()
            + " minutes from "
            + Instant.ofEpochSecond(windowStart).atZone(host.zone()).toLocalTime()
            + ".",
        detail);
  }
}
