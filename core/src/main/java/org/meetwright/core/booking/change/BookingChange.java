package org.meetwright.core.booking.change;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingEvent;
import org.meetwright.core.booking.BookingStatus;
import org.meetwright.core.booking.MeetingHost;
import org.meetwright.core.eventtype.EventType;

/// Something that was done to a booking.
///
/// @param before the booking before; null if it is new
/// @param booking the booking after it
/// @param eventType null if it has been deleted since
/// @param change who did it, and why
/// @param at when
/// @param waived the codes of the rules that did not hold when a host booked over them
public record BookingChange(
    BookingEvent event,
    @Nullable Booking before,
    Booking booking,
    @Nullable EventType eventType,
    Change change,
    Instant at,
    List<String> waived) {

  /// Creates a change by the rules.
  public BookingChange(
      BookingEvent event,
      @Nullable Booking before,
      Booking booking,
      @Nullable EventType eventType,
      Change change,
      Instant at) {
    this(event, before, booking, eventType, change, at, List.of());
  }

  /// Returns a moved booking as it was; null if it was not moved.
  public @Nullable Booking movedFrom() {
    return event == BookingEvent.RESCHEDULED ? before : null;
  }

  /// Returns whether an invitee has moved it to a time that its host has yet to approve.
  public boolean asksAgain() {
    return event == BookingEvent.RESCHEDULED
        && booking.status() == BookingStatus.PENDING
        && change.actor() == Actor.INVITEE;
  }

  /// Returns what exactly was done.
  public HistoryDetail detail() {
    return switch (event) {
      case BOOKED, REQUESTED, IMPORTED ->
          new HistoryDetail.Booked(booking.start(), change.hostId() != null, waived);
      case RESCHEDULED -> way();
      case CONFIRMED, DECLINED, CANCELLED, NO_SHOW, GUESTS_INVITED, UNCHECKED, ERASED ->
          HistoryDetail.NONE;
    };
  }

  private HistoryDetail way() {
    if (before == null) {
      return HistoryDetail.NONE;
    }
    return keepsTime()
        ? new HistoryDetail.HandedOver(handles(before), handles(booking))
        : new HistoryDetail.Moved(before.start(), booking.start());
  }

  private static List<String> handles(Booking booking) {
    return booking.hosts().stream().map(host -> host.handle().value()).toList();
  }

  /// Returns the hosts of the booking as it is and as it was.
  public Set<UUID> hostIds() {
    return Stream.of(booking, before)
        .filter(Objects::nonNull)
        .flatMap(one -> one.hosts().stream())
        .map(MeetingHost::id)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /// Returns whether the meeting was given to other hosts at its time.
  public boolean keepsTime() {
    Booking moved = movedFrom();
    return moved != null && moved.start().equals(booking.start());
  }

  /// Returns the reminders of the meeting that are set by this change: none if it is not one that
  /// agrees on a time.
  public List<Reminder> reminders() {
    return agreesOnATime() ? remindersToCome() : List.of();
  }

  /// Returns when the follow-up mail of the meeting goes out that is set by this change; null if
  /// there is none, or the change does not agree on a time.
  public @Nullable Instant followUp() {
    Integer minutes = eventType == null ? null : eventType.correspondence().followUpMinutes();
    if (minutes == null || !agreesOnATime()) {
      return null;
    }
    Instant due = booking.end().plus(Duration.ofMinutes(minutes));
    return due.isAfter(at) ? due : null;
  }

  private boolean agreesOnATime() {
    return switch (event) {
      case BOOKED, CONFIRMED, RESCHEDULED, IMPORTED -> booking.status() == BookingStatus.CONFIRMED;
      case REQUESTED, DECLINED, CANCELLED, NO_SHOW, GUESTS_INVITED, UNCHECKED, ERASED -> false;
    };
  }

  /// Returns the reminders of the meeting that are still to come.
  public List<Reminder> remindersToCome() {
    return eventType == null
        ? List.of()
        : eventType.correspondence().reminderMinutes().stream()
            .map(minutes -> Reminder.of(minutes, booking.start()))
            .filter(reminder -> reminder.due().isAfter(at))
            .toList();
  }
}
