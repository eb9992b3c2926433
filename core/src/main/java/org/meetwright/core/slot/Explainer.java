package org.meetwright.core.slot;

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
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.BookingWindow;
import org.meetwright.core.schedule.DateOverride;
import org.meetwright.core.schedule.OpenWindows;
import org.meetwright.core.schedule.PublicHolidays;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;

/// Says why a start cannot be booked: a pure function of a [Snapshot], which reads the facts that
/// [SlotFinder] offers from.
public final class Explainer {
  private final Snapshot snapshot;
  private final EventType eventType;
  private final Candidate candidate;
  private final Instant instant;
  private final long start;
  private final List<Reason> reasons = new ArrayList<>();

  private Explainer(Snapshot snapshot, Candidate candidate) {
    this.snapshot = snapshot;
    this.eventType = snapshot.eventType();
    this.candidate = candidate;
    this.instant = candidate.start();
    this.start = instant.getEpochSecond();
  }

  /// What speaks against a start.
  ///
  /// @param reasons all that apply; none if it can be booked
  /// @param taken whether only meetings and busy times, and limits that these have reached, keep
  ///   someone from it who would have it otherwise
  public record Explanation(List<Reason> reasons, boolean taken) {}

  /// A way in which a start can be had.
  ///
  /// @param hostIds who would meet the invitee
  /// @param joined the group meeting that he would join; null if the meeting would be a new one
  public record Option(List<UUID> hostIds, @Nullable MeetingTime joined) {}

  /// Returns the ways in which a start can be had; none if it cannot be booked.
  ///
  /// @param waived the rules that do not hold
  public static List<Option> options(Snapshot snapshot, Instant start, Set<Code> waived) {
    List<Option> options = new ArrayList<>();
    for (Party party : snapshot.parties()) {
      if (reasonsAgainst(snapshot, party, start, waived).isEmpty()) {
        List<UUID> hostIds = party.hosts().stream().map(HostFacts::hostId).toList();
        options.add(new Option(hostIds, party.openMeeting(start).orElse(null)));
      }
    }
    return options;
  }

  /// Explains a start.
  public static Explanation explain(Snapshot snapshot, Instant start) {
    return explain(snapshot, start, Set.of());
  }

  /// Explains a start.
  ///
  /// @param waived the rules that do not hold
  public static Explanation explain(Snapshot snapshot, Instant start, Set<Code> waived) {
    if (snapshot.parties().isEmpty()) {
      return withoutMembers(snapshot);
    }
    Set<Reason> all = new LinkedHashSet<>();
    boolean taken = false;
    for (Party party : snapshot.parties()) {
      List<Reason> reasons = reasonsAgainst(snapshot, party, start, waived);
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

  /// Explains a meeting of some of the hosts together.
  public static Explanation explain(
      Snapshot snapshot, Collection<UUID> hostIds, Candidate candidate) {
    List<HostFacts> hosts =
        snapshot.hosts().stream().filter(host -> hostIds.contains(host.hostId())).toList();
    if (hosts.isEmpty()) {
      return new Explanation(List.of(), false);
    }
    List<Reason> reasons = reasonsAgainst(snapshot, Party.of(hosts), candidate);
    return new Explanation(reasons, isTaken(reasons));
  }

  /// Explains a start to those who would have the meeting.
  public static Explanation explain(
      Snapshot snapshot, Option option, EventType eventType, Instant start) {
    MeetingTime joined = option.joined();
    return explain(
        snapshot,
        option.hostIds(),
        joined == null ? Candidate.of(eventType, start) : Candidate.joining(joined));
  }

  private static boolean isTaken(List<Reason> reasons) {
    Set<Code> codes = EnumSet.noneOf(Code.class);
    reasons.forEach(reason -> codes.add(reason.code()));
    boolean taken = codes.contains(Code.MEETING) || codes.contains(Code.BUSY);
    codes.removeAll(EnumSet.of(Code.MEETING, Code.BUSY, Code.LIMIT));
    return taken && codes.isEmpty();
  }

  private static List<Reason> reasonsAgainst(
      Snapshot snapshot, Party party, Instant start, Set<Code> waived) {
    Candidate candidate =
        party
            .openMeeting(start)
            .map(Candidate::joining)
            .orElseGet(() -> Candidate.of(snapshot.eventType(), start));
    return reasonsAgainst(snapshot, party, candidate.waiving(waived));
  }

  private static List<Reason> reasonsAgainst(Snapshot snapshot, Party party, Candidate candidate) {
    Explainer explainer = new Explainer(snapshot, candidate);
    explainer.explain(party);
    return List.copyOf(explainer.reasons);
  }

  private void explain(Party party) {
    explainPresent();
    for (HostFacts host : party.hosts()) {
      explainSwitchedOff(host);
      explainBookingWindow(host);
      explainMeetings(host);
      explainBusyTimes(host);
      explainAbsences(host);
      host.limits().forEach(limit -> explainLimit(host, limit));
    }
    if (!Party.fits(party.windows(), candidate.meeting())) {
      party.hosts().forEach(this::explainWindow);
    } else {
      explainGrid(party);
    }
  }

  private void add(Code code, String message, Map<String, Object> detail) {
    if (!candidate.waived().contains(code)) {
      reasons.add(new Reason(code, message, detail));
    }
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
          "Meetings are booked at least "
              + eventType.bounds().minimumNoticeMinutes()
              + " minutes ahead.",
          Map.of("minimumNoticeMinutes", eventType.bounds().minimumNoticeMinutes()));
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
    switch (eventType.bounds().bookingWindow()) {
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

  private void explainMeetings(HostFacts host) {
    for (MeetingTime meeting : host.meetingsAgainst(candidate)) {
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

  private void explainBusyTimes(HostFacts host) {
    for (BusyTime busy : host.busyTimesAgainst(candidate)) {
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

  private void explainAbsences(HostFacts host) {
    for (AbsenceTime absence : host.absencesAgainst(candidate)) {
      Map<String, Object> detail = new HashMap<>();
      detail.put("id", absence.absenceId().toString());
      detail.put("start", absence.startsAt().toString());
      detail.put("end", absence.endsAt().toString());
      detail.put("note", absence.note());
      if (absence.redirectTo() != null) {
        detail.put("redirectTo", absence.redirectTo());
      }
      add(Code.ABSENCE, "The host is absent.", of(host, "absence", Map.copyOf(detail)));
    }
  }

  private void explainLimit(HostFacts host, Limit limit) {
    if (limit.full().contains(start)) {
      add(
          Code.LIMIT,
          limit.message(),
          of(
              host,
              "limit",
              Map.of(
                  "rule",
                  limit.rule().field(),
                  "per",
                  limit.rule().period(),
                  "most",
                  limit.most(),
                  "date",
                  host.localDate(start).toString())));
    }
  }

  private void explainWindow(HostFacts host) {
    if (Party.fits(host.windows(), candidate.meeting())) {
      return;
    }
    explainHolidays(host);
    if (!Party.fits(host.usualWindows(), candidate.meeting())) {
      add(
          Code.OUTSIDE_SCHEDULE,
          "The schedule is not open for the whole meeting.",
          of(host, "schedule", host.schedule().name()));
      return;
    }
    for (DateOverride override : host.schedule().overrides()) {
      if (isNear(host, override.date()) && isPartlyClosed(host, override.date())) {
        add(
            Code.OVERRIDE,
            "The schedule has other hours on this date.",
            of(
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
        add(
            Code.HOLIDAY,
            holiday.name() + " is a public holiday.",
            of(
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

  private void explainGrid(Party party) {
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
    add(
        Code.OFF_GRID,
        "Meetings start every "
            + eventType.timing().stepMinutes()
            + " minutes from "
            + Instant.ofEpochSecond(windowStart).atZone(host.zone()).toLocalTime()
            + ".",
        detail);
  }
}
