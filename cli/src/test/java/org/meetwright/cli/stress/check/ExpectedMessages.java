package org.meetwright.cli.stress.check;

import java.time.Duration;
import java.time.Instant;
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
      boolean agreed =
          states.subList(0, version).stream().anyMatch(state -> state.status().equals("confirmed"));
      expected.add(version, entry, states.get(version - 1), agreed, before, after);
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

  /// @param agreed whether the meeting was ever confirmed: guests hear nothing of it before
  private void add(
      int version,
      Stored.Entry entry,
      Replay.State state,
      boolean agreed,
      Set<String> before,
      Set<String> after) {
    if (entry.action().equals("no_show")) {
      return;
    }
    boolean pending = state.status().equals("pending");
    boolean moved = entry.action().equals("rescheduled");
    boolean asks = moved && pending && entry.actor().equals("invitee");
    String event = asks ? "move_requested" : entry.action();
    put(version, event, "invitee", entry.at());
    if (agreed) {
      putGuests(version, event.equals("declined") ? "cancelled" : entry.action(), entry.at());
    }
    for (String host : after) {
      String told = before.contains(host) ? event : pending ? "requested" : "booked";
      put(version, told, "host-" + host, entry.at());
    }
    for (String host : before) {
      if (!after.contains(host)) {
        put(version, "handed_over", "host-" + host, entry.at());
      }
    }
    Instant dayBefore = state.start().minus(Duration.ofDays(1));
    if (pending && dayBefore.isAfter(entry.at())) {
      after.forEach(host -> put(version, "unanswered", "host-" + host, dayBefore));
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
        put(version, "reminder-" + minutes, "invitee", due);
        putGuests(version, "reminder-" + minutes, due);
        hosts.forEach(host -> put(version, "reminder-" + minutes, "host-" + host, due));
      }
    }
  }

  private void putGuests(int version, String what, Instant due) {
    for (int i = 0; i < booking.guests().size(); i++) {
      put(version, what, "guest" + i, due);
    }
  }

  private void put(int version, String what, String to, Instant due) {
    dueByKey.put(booking.id() + "-" + version + "-" + what + "-" + to, due);
  }
}
