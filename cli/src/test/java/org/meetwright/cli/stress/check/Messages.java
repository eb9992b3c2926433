package org.meetwright.cli.stress.check;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The outbox has exactly the messages that the histories imply, each due when it should be.
final class Messages implements Verifier.Check {
  @Override
  public List<String> faults(Stored stored) {
    Map<String, Instant> expected = new HashMap<>();
    Map<String, Set<String>> keys =
        stored.outbox().stream()
            .map(Stored.Message::key)
            .collect(groupingBy(Messages::bookingId, toSet()));
    Map<UUID, Set<String>> hosts =
        stored.taken().stream()
            .collect(
                groupingBy(
                    Stored.Taken::meetingId, mapping(taken -> taken.hostId().toString(), toSet())));
    for (Stored.Booking booking : stored.bookings().values()) {
      List<Stored.Entry> history = stored.history(booking);
      Stored.EventType type = stored.eventType(stored.meetings().get(booking.meetingId()));
      expected.putAll(
          ExpectedMessages.of(
              booking,
              history,
              Replay.of(stored, booking).states(),
              type.reminderMinutes(),
              hosts.getOrDefault(booking.meetingId(), Set.of()),
              keys.getOrDefault(booking.id().toString(), Set.of())));
    }
    List<String> faults = new ArrayList<>();
    for (Stored.Message message : stored.outbox()) {
      // How often a link was asked for again, no history tells.
      boolean again = message.key().contains("-link_again-");
      compare(message, again ? message.dueAt() : expected.remove(message.key()), faults);
    }
    expected.keySet().forEach(key -> faults.add("message missing: " + key));
    return faults;
  }

  /// Returns the id that a dedupe key begins with.
  private static String bookingId(String key) {
    return key.substring(0, Math.min(36, key.length()));
  }

  private static void compare(Stored.Message message, Instant due, List<String> faults) {
    if (due == null) {
      faults.add("message too many: " + message);
    } else if (!message.dueAt().equals(due)
        && !(hasFailed(message) && message.dueAt().isAfter(due))) {
      faults.add("message due at the wrong time: " + message + " instead of " + due);
    }
    if (!message.state().equals("pending") && !message.state().equals("done")) {
      faults.add("message not deliverable: " + message);
    }
    if (message.state().equals("done") && message.attempts() == 0) {
      faults.add("message done without an attempt: " + message);
    }
  }

  /// Returns whether an attempt to deliver it has failed, after which it is due again later.
  private static boolean hasFailed(Stored.Message message) {
    return message.lastError() != null || message.attempts() > 1;
  }
}
