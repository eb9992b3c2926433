package org.meetwright.core.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.busy.BusyTimes;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.Timing;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.HostMapper.HostRow;
import org.meetwright.core.offering.HostRevision;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.slot.AbsenceTime;
import org.meetwright.core.slot.HostFacts;
import org.meetwright.core.slot.MeetingTime;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;

/// Reads snapshots from the database.
public final class Facts {
  /// A meeting and both of its buffers at their longest.
  private static final Duration LONGEST_PADDED = Timing.LONGEST.multipliedBy(3);

  private static final UUID NO_ID = new UUID(0, 0);

  private Facts() {}

  /// Returns the ids of the hosts who may meet an event type's invitees, in the order in which they
  /// are to be locked.
  public static List<UUID> hostIds(Transaction tx, UUID eventTypeId) {
    return tx.mapper(FactsMapper.class).revisions(eventTypeId).stream()
        .map(HostRevision::hostId)
        .toList();
  }

  /// Returns the hosts who may meet an event type's invitees.
  public static List<Host> hosts(Transaction tx, UUID eventTypeId) {
    return tx.mapper(FactsMapper.class).hosts(eventTypeId).stream().map(HostRow::host).toList();
  }

  /// Reads a snapshot.
  ///
  /// @param stretch the starts that may be asked for
  /// @param movedMeetingId a meeting that would give its own time up; null if there is none
  public static Snapshot snapshot(
      Transaction tx,
      EventType eventType,
      IntervalSet stretch,
      Instant now,
      @Nullable UUID movedMeetingId) {
    return snapshot(tx, eventType, hosts(tx, eventType.id()), stretch, now, movedMeetingId);
  }

  /// Returns the hosts who would meet the invitees of an event type, whether it is saved or not.
  public static List<Host> hostsOfDraft(Transaction tx, EventType eventType) {
    return tx
        .mapper(FactsMapper.class)
        .hostsOf(eventType.hostId(), eventType.assignment().teamId())
        .stream()
        .map(HostRow::host)
        .toList();
  }

  /// Reads a snapshot as if a draft were saved.
  ///
  /// @param hosts all who may meet the event type's invitees
  /// @param stretch the starts that may be asked for
  public static Snapshot snapshot(
      Transaction tx,
      EventType eventType,
      List<Host> hosts,
      IntervalSet stretch,
      Instant now,
      Draft draft) {
    List<HostFacts> facts = new ArrayList<>();
    for (Host host : hosts) {
      facts.add(host(tx, eventType, host, stretch, null, draft));
    }
    return Snapshot.of(now, eventType, facts);
  }

  /// Reads a snapshot of hosts who have been read already.
  ///
  /// @param hosts all who may meet the event type's invitees
  static Snapshot snapshot(
      Transaction tx,
      EventType eventType,
      List<Host> hosts,
      IntervalSet stretch,
      Instant now,
      @Nullable UUID movedMeetingId) {
    if (hosts.isEmpty() && eventType.assignment().teamId() == null) {
      throw new IllegalStateException("Event type without hosts: " + eventType.id());
    }
    List<HostFacts> facts = new ArrayList<>();
    for (Host host : hosts) {
      facts.add(host(tx, eventType, host, stretch, movedMeetingId, Draft.NOTHING));
    }
    return Snapshot.of(now, eventType, facts);
  }

  private static HostFacts host(
      Transaction tx,
      EventType eventType,
      Host host,
      IntervalSet stretch,
      @Nullable UUID movedMeetingId,
      Draft draft) {
    UUID hostId = host.id();
    Schedule schedule = draft.scheduleOf(tx, hostId, eventType.attendance().scheduleId());
    Interval reach = HostFacts.reach(stretch, eventType, host.limits(), schedule.timeZone());
    Instant from = reach.startInclusive();
    Instant until = reach.endExclusive();
    List<MeetingTime> meetings =
        tx
            .mapper(FactsMapper.class)
            .meetings(
                hostId,
                from.minus(LONGEST_PADDED),
                from,
                until,
                eventType.seats() > 1 ? eventType.id() : NO_ID)
            .stream()
            .filter(meeting -> !meeting.meetingId().equals(movedMeetingId))
            .toList();
    return new HostFacts(
        new HostFacts.Who(hostId, host.handle().value(), host.active(), host.limits()),
        eventType,
        schedule,
        new HostFacts.Engagements(
            meetings,
            BusyTimes.load(tx, hostId, from, until),
            absences(tx, schedule, draft, from, until)),
        stretch);
  }

  /// Returns the absences of a schedule's host. Their dates are those of the default schedule.
  private static List<AbsenceTime> absences(
      Transaction tx, Schedule schedule, Draft draft, Instant from, Instant until) {
    List<Absence> absences = draft.absencesOf(tx, schedule.hostId(), from, until);
    if (absences.isEmpty()) {
      return List.of();
    }
    ZoneId zone = draft.defaultZone(tx, schedule);
    return absences.stream().flatMap(absence -> absence.times(zone).stream()).toList();
  }

  /// Returns whose turn it is among the members of a team who are free.
  ///
  /// @param free ids of members, at least one
  /// @param since from when on meetings count
  public static UUID next(
      Transaction tx, UUID eventTypeId, UUID teamId, List<UUID> free, Instant since) {
    return HostRotation.next(Rotation.members(tx, eventTypeId, teamId, since), free);
  }
}
