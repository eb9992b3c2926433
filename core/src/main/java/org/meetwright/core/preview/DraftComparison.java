package org.meetwright.core.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.absence.Absence;
import org.meetwright.core.availability.Draft;
import org.meetwright.core.availability.Facts;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.preview.PreviewResult.Count;
import org.meetwright.core.preview.PreviewResult.Outside;
import org.meetwright.core.preview.SlotChanges.Slots;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules;
import org.meetwright.core.slot.Candidate;
import org.meetwright.core.slot.Reason;
import org.meetwright.core.slot.Reason.Code;
import org.meetwright.core.slot.Snapshot;
import org.meetwright.core.slot.explain.Explainer;
import org.meetwright.core.time.Interval;
import org.meetwright.core.time.IntervalSet;
import org.meetwright.core.time.LocalDates;
import org.meetwright.core.value.InvalidValueException;

/// Compares the slots as they are with those after a draft, within a transaction.
final class DraftComparison {
  private static final int MOST_EVENT_TYPES = 30;

  /// How many lengths of event types are looked at: each takes as long as an event type.
  private static final int MOST_LENGTHS = 60;

  private static final int MOST_OUTSIDE = 100;

  /// The rules that a booking can come to lie outside of.
  private static final Set<Code> OUTSIDE =
      EnumSet.of(
          Code.OUTSIDE_SCHEDULE, Code.OVERRIDE, Code.HOLIDAY, Code.ABSENCE, Code.BOOKING_WINDOW);

  private final Transaction tx;
  private final PreviewRequest request;
  private final Instant now;
  private final IntervalSet asked;
  private final Draft draft;
  private final SlotChanges changes = new SlotChanges();
  private final Map<UUID, Snapshot> after = new HashMap<>();

  DraftComparison(Transaction tx, PreviewRequest request, Instant now) {
    this.tx = tx;
    this.request = request;
    this.now = now;
    this.asked = LocalDates.between(request.from(), request.to(), request.zone());
    this.draft = new Draft(saved(tx, request.schedule()), request.absence());
  }

  /// Returns the schedule as it would be saved: the default one stays it.
  private static @Nullable Schedule saved(Transaction tx, @Nullable Schedule draft) {
    if (draft == null) {
      return null;
    }
    Schedule stored = Schedules.load(tx, draft.hostId(), draft.id());
    if (stored == null) {
      throw new InvalidValueException(
          "schedule.id", "must be one of your schedules, not " + draft.id());
    }
    return stored.isDefault() ? draft.asDefault() : draft;
  }

  PreviewResult of(List<Booking> booked) {
    if (!asked.isEmpty()) {
      EventType eventType = request.eventType();
      if (eventType != null) {
        compare(EventTypes.load(tx, eventType.id()), eventType);
      } else {
        concerned().forEach(type -> compare(type, type));
      }
    }
    return new PreviewResult(
        changes.appear(),
        changes.vanish(),
        changes.counts().stream().mapToLong(Count::stay).sum(),
        outside(booked),
        changes.counts());
  }

  private List<EventType> concerned() {
    List<EventType> concerned = new ArrayList<>();
    int lengths = 0;
    for (UUID id :
        tx.mapper(PreviewMapper.class).eventTypes(request.hostId(), 10 * MOST_EVENT_TYPES)) {
      EventType type = EventTypes.load(tx, id);
      if (type != null && concerned.size() < MOST_EVENT_TYPES && isConcerned(type)) {
        lengths += type.timing().durationsMinutes().size();
        if (lengths > MOST_LENGTHS) {
          break;
        }
        concerned.add(type);
      }
    }
    return concerned;
  }

  private boolean isConcerned(EventType type) {
    Schedule schedule = draft.schedule();
    UUID used = type.attendance().scheduleId();
    return schedule == null
        || draft.absence() != null
        || (used == null ? schedule.isDefault() : used.equals(schedule.id()));
  }

  /// @param old null if it is new
  private void compare(@Nullable EventType old, EventType changed) {
    Slots before =
        old == null
            ? Slots.NONE
            : slots(old, longest(old, Facts.hosts(tx, old.id()), Draft.NOTHING));
    Snapshot then = longest(changed, Facts.hostsOfDraft(tx, changed), draft);
    after.put(changed.id(), then.lasting(changed.timing().durationMinutes()));
    changes.add(changed, before, slots(changed, then));
  }

  /// Reads the facts for meetings of the longest length, which are enough for the shorter ones.
  private Snapshot longest(EventType type, List<Host> hosts, Draft draft) {
    int minutes = Collections.max(type.timing().durationsMinutes());
    return Facts.snapshot(tx, type.lasting(minutes), hosts, asked, now, draft);
  }

  private Slots slots(EventType type, Snapshot longest) {
    return Slots.of(
        type.timing().durationsMinutes().stream().map(longest::lasting).toList(), asked);
  }

  private List<Outside> outside(List<Booking> booked) {
    List<Outside> outside = new ArrayList<>();
    for (Booking booking : booked) {
      Set<Code> why = why(booking);
      if (!why.isEmpty() && outside.size() < MOST_OUTSIDE) {
        outside.add(new Outside(booking, why));
      }
    }
    return List.copyOf(outside);
  }

  /// A schedule or an absence concerns the host alone, an event type all who meet the invitee.
  private Set<Code> why(Booking booking) {
    Set<Code> why = EnumSet.noneOf(Code.class);
    Interval meeting = new Interval(booking.start(), booking.end());
    UUID typeId = booking.eventTypeId();
    Snapshot then = typeId == null ? null : after.get(typeId);
    if (then != null) {
      List<UUID> hosts =
          request.eventType() == null
              ? List.of(request.hostId())
              : booking.hosts().stream().map(MeetingHost::id).toList();
      Explainer.explain(then, hosts, Candidate.confirming(meeting, meeting)).reasons().stream()
          .map(Reason::code)
          .filter(OUTSIDE::contains)
          .forEach(why::add);
    } else if (request.eventType() == null && isInDraftOfAbsence(meeting)) {
      why.add(Code.ABSENCE);
    }
    return why;
  }

  /// Event types that are switched off, deleted or too many are not looked at, but their meetings
  /// stand.
  private boolean isInDraftOfAbsence(Interval meeting) {
    Absence absence = draft.absence();
    if (absence == null) {
      return false;
    }
    Schedule schedule = draft.schedule();
    return absence
        .times(
            schedule != null && schedule.isDefault()
                ? schedule.timeZone()
                : Schedules.defaultTimeZone(tx, absence.hostId()))
        .stream()
        .anyMatch(time -> new Interval(time.startsAt(), time.endsAt()).overlaps(meeting));
  }
}
