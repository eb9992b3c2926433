package org.meetwright.core.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.Location;
import org.meetwright.core.question.Answer;
import org.meetwright.core.value.EmailAddress;

/// An invitee's seat in a meeting, with the meeting.
///
/// Wide: it has a component for each fact about a booking and its meeting.
///
/// @param eventTypeId null if the event type has been deleted since
/// @param hosts who meets the invitee, at least one, by id
/// @param start the meeting's start, inclusive
/// @param end the meeting's end, exclusive
/// @param guestsWait whether the guests are told only once the invitee has confirmed his address or
///   a host has approved
/// @param answers by question id
/// @param metadata what the program that booked wants to find again, by key
/// @param endReason why it was cancelled or declined; empty if nobody said
/// @param version rises by one with every change
/// @param calendarUid the UID of the calendar event (RFC 5545); stays as long as the booking
/// @param calendarSequence the SEQUENCE of the calendar event; rises when it is moved or ended
public record Booking(
    UUID id,
    UUID meetingId,
    @Nullable UUID eventTypeId,
    String eventTypeSlug,
    String eventTypeName,
    List<MeetingHost> hosts,
    Instant start,
    Instant end,
    @Nullable Location location,
    BookingStatus status,
    Invitee invitee,
    List<EmailAddress> guests,
    boolean guestsWait,
    Map<UUID, Answer> answers,
    String notes,
    Map<String, String> metadata,
    boolean noShow,
    String endReason,
    int version,
    String calendarUid,
    int calendarSequence,
    Instant createdAt) {

  /// Returns the same booking with other hosts.
  public Booking with(List<MeetingHost> others) {
    return new Booking(
        id,
        meetingId,
        eventTypeId,
        eventTypeSlug,
        eventTypeName,
        others,
        start,
        end,
        location,
        status,
        invitee,
        guests,
        guestsWait,
        answers,
        notes,
        metadata,
        noShow,
        endReason,
        version,
        calendarUid,
        calendarSequence,
        createdAt);
  }

  /// Returns how long the meeting is.
  public int minutes() {
    return (int) Duration.between(start, end).toMinutes();
  }

  /// Returns whether it holds its time and has not ended.
  public boolean isOpen(Instant now) {
    return status.holdsTime() && now.isBefore(end);
  }

  /// Returns whether the host meets him in this meeting.
  public boolean isWith(UUID hostId) {
    return hosts.stream().anyMatch(host -> host.id().equals(hostId));
  }
}
