package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Everything that a database says about bookings, as it stands in the tables.
///
/// @param zones the zone of each host's default schedule
/// @param teams the members of each team
/// @param histories by booking, in order of time
record Stored(
    Map<UUID, EventType> eventTypes,
    Map<UUID, ZoneId> zones,
    Map<UUID, Set<UUID>> teams,
    Map<UUID, Meeting> meetings,
    List<Taken> taken,
    Map<UUID, Booking> bookings,
    Map<UUID, List<Entry>> histories,
    List<Message> outbox) {

  /// A row of `event_type`.
  ///
  /// @param scheduleZone the zone of the schedule that it names; null if it names none
  record EventType(
      UUID id,
      @Nullable UUID teamId,
      String assignment,
      String slug,
      int durationMinutes,
      int bufferBeforeMinutes,
      int bufferAfterMinutes,
      @Nullable Integer maxPerDay,
      @Nullable Integer maxPerWeek,
      int seats,
      boolean requiresApproval,
      @Nullable ZoneId scheduleZone,
      List<Integer> reminderMinutes) {}

  /// A row of `meeting`.
  record Meeting(UUID id, UUID eventTypeId, Instant start, Instant end) {}

  /// A row of `meeting_host`.
  record Taken(UUID meetingId, UUID hostId, Instant from, Instant until, boolean active) {}

  /// A row of `booking`.
  record Booking(
      UUID id,
      UUID meetingId,
      @Nullable Integer seat,
      String status,
      String email,
      List<String> guests,
      boolean noShow,
      int version,
      int sequence,
      @Nullable String key) {

    boolean holdsTime() {
      return status.equals("pending") || status.equals("confirmed");
    }
  }

  /// A row of `booking_history`.
  record Entry(UUID bookingId, Instant at, String actor, String action, String detail) {}

  /// A row of `outbox`.
  record Message(
      String key, String state, Instant dueAt, int attempts, @Nullable String lastError) {}

  EventType eventType(Meeting meeting) {
    return eventTypes.get(meeting.eventTypeId());
  }

  List<Entry> history(Booking booking) {
    return histories.getOrDefault(booking.id(), List.of());
  }
}
