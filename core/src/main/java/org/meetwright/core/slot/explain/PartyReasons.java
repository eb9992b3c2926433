package org.meetwright.core.slot.explain;

import java.util.HashMap;
import java.util.Map;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.Limit;
import org.meetwright.core.slot.MeetingTime;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.SlotFinder;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;

/// Says what speaks against a meeting with some hosts.
final class PartyReasons {
  private final Snapshot snapshot;
  private final EventType eventType;
  private final Candidate candidate;
  private final long start;
  private final Reasons reasons;
  private final ScheduleReasons schedules;

  PartyReasons(Snapshot snapshot, Candidate candidate, Reasons reasons) {
    this.snapshot = snapshot;
    this.eventType = snapshot.eventType();
    this.candidate = candidate;
    this.start = candidate.start().getEpochSecond();
    this.reasons = reasons;
    this.schedules = new ScheduleReasons(snapshot, candidate, reasons);
  }

  void explain(Party party) {
    explainPresent();
    for (HostFacts host : party.hosts()) {
      explainSwitchedOff(host);
      schedules.explainBookingWindow(host);
      explainMeetings(host);
      explainBusyTimes(host);
      explainAbsences(host);
      host.limits().forEach(limit -> explainLimit(host, limit));
    }
    if (!Party.fits(party.windows(), candidate.meeting())) {
      party.hosts().forEach(schedules::explain);
    } else {
      schedules.explainGrid(party);
    }
  }

  private void explainPresent() {
    if (!eventType.active()) {
      reasons.add(
          Code.INACTIVE, "The event type is switched off.", Map.of("eventType", eventType.slug()));
    }
    if (start < IntervalSet.ceilSecond(snapshot.now())) {
      reasons.add(Code.PAST, "The time has passed.", Map.of("now", snapshot.now().toString()));
    } else if (start < SlotFinder.earliest(snapshot)) {
      reasons.add(
          Code.MINIMUM_NOTICE,
          "Meetings are booked at least "
              + eventType.bounds().minimumNoticeMinutes()
              + " minutes ahead.",
          Map.of("minimumNoticeMinutes", eventType.bounds().minimumNoticeMinutes()));
    }
  }

  private void explainSwitchedOff(HostFacts host) {
    if (!host.active()) {
      reasons.add(Code.INACTIVE, "The host is switched off.", Map.of("host", host.handle()));
    }
  }

  private void explainMeetings(HostFacts host) {
    for (MeetingTime meeting : host.meetingsAgainst(candidate)) {
      reasons.add(
          Code.MEETING,
          "Another meeting or its buffer takes this time.",
          Reasons.of(
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
      reasons.add(
          Code.BUSY,
          "A calendar says that the host is busy.",
          Reasons.of(
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
      reasons.add(
          Code.ABSENCE, "The host is absent.", Reasons.of(host, "absence", Map.copyOf(detail)));
    }
  }

  private void explainLimit(HostFacts host, Limit limit) {
    if (limit.full().contains(start)) {
      reasons.add(
          Code.LIMIT,
          limit.message(),
          Reasons.of(
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
}
