package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which messages a booking's history implies: the rules of what is sent to whom, and when, once
/// more.
final class ExpectedMessages {
  private final Stored.Booking booking;
  private final List<Integer> reminderMinutes;
  private final Map<String, Instant> dueByKey = new HashMap<>();

  private ExpectedMessages(Stored.Booking booking, List<Integer> reminderMinutes) {
    this.booking = booking;
    this.reminderMinutes = reminderMinutes;
  }

  /// Returns when each message is due, by its dedupe key.
  static Map<String, Instant> of(
      Stored.Booking booking,
      List<Stored.Entry> history,
      List<Replay.State> states,
      List<Integer> reminderMinutes) {
    ExpectedMessages expected = new ExpectedMessages(booking, reminderMinutes);
    for (int i = 0; i < states.size(); i++) {
      expected.add(i + 1, history.get(i), states.get(i));
    }
    return expected.dueByKey;
  }

  private void add(int version, Stored.Entry entry, Replay.State after) {
    String event = entry.action();
    if (event.equals("no_show")) {
      return;
    }
    // Guests hear nothing of a request, nor of its refusal.
    boolean guests = !event.equals("requested") && !event.equals("declined");
    put(version, event, guests, entry.at());
    if (after.status().equals("confirmed")) {
      for (int minutes : reminderMinutes) {
        Instant due = after.start().minusSeconds(minutes * 60L);
        if (due.isAfter(entry.at())) {
          put(version, "reminder-" + minutes, true, due);
        }
      }
    }
  }

  private void put(int version, String what, boolean guests, Instant due) {
    List<String> audiences = new ArrayList<>(List.of("invitee", "host"));
    for (int i = 0; guests && i < booking.guests().size(); i++) {
      audiences.add("guest" + i);
    }
    for (String audience : audiences) {
      dueByKey.put(booking.id() + "-" + version + "-" + what + "-" + audience, due);
    }
  }
}
