package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a booking's history adds up to, entry by entry.
///
/// @param states after each entry; that of version 1 comes first
/// @param broken why an entry can't follow from what was before; null if all can
record Replay(List<State> states, @Nullable String broken) {

  /// A booking after an entry of its history.
  record State(String status, Instant start, int sequence, boolean noShow) {
    private State ended(String word) {
      return new State(word, start, sequence + 1, noShow);
    }

    private State moved(Instant to, boolean asked) {
      return new State(asked ? "pending" : status, to, sequence + 1, noShow);
    }

    private boolean holdsTime() {
      return status.equals("pending") || status.equals("confirmed");
    }
  }

  static Replay of(Stored stored, Stored.Booking booking) {
    List<State> states = new ArrayList<>();
    boolean approval =
        stored.eventType(stored.meetings().get(booking.meetingId())).requiresApproval();
    for (Stored.Entry entry : stored.history(booking)) {
      State before = states.isEmpty() ? null : states.getLast();
      State after;
      try {
        after = after(before, entry, approval);
      } catch (DateTimeParseException | IndexOutOfBoundsException unreadable) {
        after = null;
      }
      if (after == null) {
        return new Replay(states, entry.action() + " (" + entry.detail() + ") after " + before);
      }
      states.add(after);
    }
    return new Replay(states, null);
  }

  /// Returns what an entry makes of a booking; null if it can't follow.
  private static @Nullable State after(
      @Nullable State before, Stored.Entry entry, boolean approval) {
    if (before == null) {
      return switch (entry.action()) {
        case "booked" -> new State("confirmed", word(entry, 1), 0, false);
        case "requested" -> new State("pending", word(entry, 1), 0, false);
        default -> null;
      };
    }
    return before.holdsTime() ? after(entry, before, approval) : null;
  }

  private static @Nullable State after(Stored.Entry entry, State before, boolean approval) {
    boolean pending = before.status().equals("pending");
    return switch (entry.action()) {
      case "confirmed" ->
          pending ? new State("confirmed", before.start(), before.sequence(), false) : null;
      case "declined" -> pending ? before.ended("declined") : null;
      case "cancelled" -> before.ended("cancelled");
      case "rescheduled" ->
          word(entry, 1).equals(before.start())
              ? before.moved(word(entry, 3), approval && entry.actor().equals("invitee"))
              : null;
      case "no_show" ->
          pending || before.noShow()
              ? null
              : new State(before.status(), before.start(), before.sequence(), true);
      default -> null;
    };
  }

  /// Returns the instant that is a word of an entry's detail: `for START`, `from START to START`.
  private static Instant word(Stored.Entry entry, int index) {
    return Instant.parse(entry.detail().split(" ", -1)[index]);
  }
}
