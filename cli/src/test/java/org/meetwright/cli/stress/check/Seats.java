package org.meetwright.cli.stress.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// No meeting has more invitees than seats, no seat two invitees, and a booking has a seat exactly
/// while it is pending or confirmed.
final class Seats implements Verifier.Check {
  @Override
  public List<String> faults(Stored stored) {
    List<String> faults = new ArrayList<>();
    Map<UUID, Map<Integer, UUID>> holders = new HashMap<>();
    for (Stored.Booking booking : stored.bookings().values()) {
      if (booking.holdsTime() != (booking.seat() != null)) {
        faults.add("seat: " + booking);
      }
      if (booking.seat() != null) {
        UUID other =
            holders
                .computeIfAbsent(booking.meetingId(), id -> new TreeMap<>())
                .put(booking.seat(), booking.id());
        if (other != null) {
          faults.add("seat twice: " + booking + " and booking " + other);
        }
      }
    }
    holders.forEach(
        (meeting, seats) -> {
          Stored.EventType type = stored.eventType(stored.meetings().get(meeting));
          if (seats.keySet().stream().anyMatch(seat -> seat < 1 || seat > type.seats())) {
            faults.add("too many seats: meeting " + meeting + " of " + type.slug() + " " + seats);
          }
        });
    return faults;
  }
}
