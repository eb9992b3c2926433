package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Which messages a booking's history implies: the rules of what is sent to whom, and when, once
/// more. The tables no longer say which host a moved meeting had before; of that the messages
/// themselves are the only witness, and they must agree with each other and with the last host.
final class ExpectedMessages {
  private final Stored.Booking booking;
  private final List<Integer> reminderMinutes;
  private final Set<String> keys;
  private final Map<String, Instant> dueByKey = new HashMap<>();

  private ExpectedMessages(
      Stored.Booking booking, List<Integer> reminderMinutes, Set<String> keys) {
    this.booking = booking;
    this.reminderMinutes = reminderMinutes;
    this.keys = keys;
  }

  /// Returns when each message is due, by its dedupe key.
  ///
  /// @param hosts the ids of those who are in the booking's meeting now
  /// @param keys of all messages about the booking
  static Map<String, Instant> of(
      Stored.Booking booking,
      List<Stored.Entry> history,
      List<Replay.State> states,
      List<Integer> reminderMinutes,
      Set<String> hosts,
      Set<String> keys) {
    ExpectedMessages expected = new ExpectedMessages(booking, reminderMinutes, keys);
    Set<String> after = hosts;
    for (int version = states.size(); version > 0; version--) {
      Stored.Entry entry = history.get(version - 1);
      Set<String> before = expected.hostsBefore(version, after);
      expected.add(version, entry, states.get(version - 1), before, after);
      after = before;
    }
    return expected.dueByKey;
  }

  /// Returns who had the meeting before a change: who has it now, unless others were told that they
  /// have it no longer.
  private Set<String> hostsBefore(int version, Set<String> after) {
    String prefix = booking.id() + "-" + version + "-handed_over-host-";
    Set<String> former =
        keys.stream()
            .filter(key -> key.startsWith(prefix))
            .map(key -> key.substring(prefix.length()))
            .collect(Collectors.toSet());
    return former.isEmpty() ? after : former;
  }

  private void add(
      int version, Stored.Entry entry, Replay.State state, Set<String> before, Set<String> after) {
    String event = entry.action();
    if (event.equals("no_show")) {
      return;
    }
    // Guests hear nothing of a request, nor of its refusal.
    boolean guests = !event.equals("requested") && !event.equals("declined");
    put(version, event, guests, entry.at());
    boolean pending = state.status().equals("pending");
    for (String host : after) {
      String told = before.contains(host) ? event : pending ? "requested" : "booked";
      put(version, told, "host-" + host, entry.at());
    }
    for (String host : before) {
      if (!after.contains(host)) {
        put(version, "handed_over", "host-" + host, entry.at());
      }
    }
    if (state.status().equals("confirmed")) {
      addReminders(version, entry, state, after);
    }
  }

  private void addReminders(
      int version, Stored.Entry entry, Replay.State state, Set<String> hosts) {
    for (int minutes : reminderMinutes) {
      Instant due = state.start().minusSeconds(minutes * 60L);
      if (due.isAfter(entry.at())) {
        put(version, "reminder-" + minutes, true, due);
        hosts.forEach(host -> put(version, "reminder-" + minutes, "host-" + host, due));
      }
    }
  }

  private void put(int version, String what, boolean guests, Instant due) {
    List<String> audiences = new ArrayList<>(List.of("invitee"));
    for (int i = 0; guests && i < booking.guests().size(); i++) {
      audiences.add("guest" + i);
    }
    audiences.forEach(audience -> put(version, what, audience, due));
  }

  private void put(int version, String what, String to, Instant due) {
    dueByKey.put(booking.id() + "-" + version + "-" + what + "-" + to, due);
  }
}
