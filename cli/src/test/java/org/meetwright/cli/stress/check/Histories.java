package org.meetwright.cli.stress.check;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Every history adds up to what is stored: status, start, version, calendar sequence, no-show.
final class Histories implements Verifier.Check {
  @Override
  public List<String> faults(Stored stored) {
    List<String> faults = new ArrayList<>();
    for (Stored.Booking booking : stored.bookings().values()) {
      compare(stored, booking, faults);
    }
    for (UUID id : stored.histories().keySet()) {
      if (!stored.bookings().containsKey(id)) {
        faults.add("history: of the booking " + id + ", which is gone");
      }
    }
    return faults;
  }

  private static void compare(Stored stored, Stored.Booking booking, List<String> faults) {
    List<Stored.Entry> history = stored.history(booking);
    Replay replay = Replay.of(stored, booking);
    if (replay.broken() != null || replay.states().isEmpty()) {
      faults.add("history: of " + booking + " is broken: " + replay.broken());
      return;
    }
    Replay.State told =
        new Replay.State(
            booking.status(),
            stored.meetings().get(booking.meetingId()).start(),
            booking.sequence(),
            booking.noShow());
    if (!replay.states().getLast().equals(told) || booking.version() != history.size()) {
      faults.add("history: adds up to " + replay.states() + ", but stored is " + booking);
    }
    boolean asked = history.getFirst().action().equals("requested");
    Stored.EventType type = stored.eventType(stored.meetings().get(booking.meetingId()));
    if (asked != type.requiresApproval()) {
      faults.add("history: approval was not asked as " + type.slug() + " wants it: " + booking);
    }
  }
}
