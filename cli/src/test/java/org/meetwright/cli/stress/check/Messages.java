package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The outbox has exactly the messages that the histories imply, each due when it should be.
final class Messages implements Verifier.Check {
  @Override
  public List<String> faults(Stored stored) {
    Map<String, Instant> expected = new HashMap<>();
    for (Stored.Booking booking : stored.bookings().values()) {
      List<Stored.Entry> history = stored.history(booking);
      Stored.EventType type = stored.eventType(stored.meetings().get(booking.meetingId()));
      expected.putAll(
          ExpectedMessages.of(
              booking, history, Replay.of(history).states(), type.reminderMinutes()));
    }
    List<String> faults = new ArrayList<>();
    for (Stored.Message message : stored.outbox()) {
      compare(message, expected.remove(message.key()), faults);
    }
    expected.keySet().forEach(key -> faults.add("message missing: " + key));
    return faults;
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
