package org.meetwright.cli.stress.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meetwright.cli.stress.check.Ledger.Acknowledgement;
import org.meetwright.cli.stress.check.Ledger.Unanswered;

/// Whatever clients were told is so, and nothing else has happened than what they were told or what
/// they asked without getting an answer.
final class Acknowledged implements Verifier.Check {
  private record Version(UUID bookingId, int number) {}

  private final Ledger ledger;

  Acknowledged(Ledger ledger) {
    this.ledger = ledger;
  }

  @Override
  public List<String> faults(Stored stored) {
    List<String> faults = new ArrayList<>();
    ledger.contradictions().forEach(what -> faults.add("contradiction: " + what));
    Set<Version> told = new HashSet<>();
    for (Acknowledgement one : ledger.acknowledgements()) {
      told.add(new Version(one.bookingId(), one.version()));
      compare(stored, one, faults);
    }
    keys(stored, faults);
    untold(stored, told, faults);
    return faults;
  }

  private static void compare(Stored stored, Acknowledgement one, List<String> faults) {
    Stored.Booking booking = stored.bookings().get(one.bookingId());
    if (booking == null || !booking.email().equals(one.email())) {
      faults.add("lost: " + one + ", stored is " + booking);
      return;
    }
    List<Replay.State> states = Replay.of(stored, booking).states();
    if (states.size() < one.version()) {
      faults.add("lost: " + one + ", stored are only " + states);
      return;
    }
    Replay.State then = states.get(one.version() - 1);
    if (!then.status().equals(one.status()) || !then.start().equals(one.start())) {
      faults.add("lost: " + one + ", but version " + one.version() + " is " + then);
    }
  }

  private void keys(Stored stored, List<String> faults) {
    Map<String, Set<UUID>> byKey = new HashMap<>();
    stored
        .bookings()
        .values()
        .forEach(
            booking -> {
              if (booking.key() != null) {
                byKey.computeIfAbsent(booking.key(), key -> new HashSet<>()).add(booking.id());
              }
            });
    byKey.forEach(
        (key, ids) -> {
          if (ids.size() > 1) {
            faults.add("key: " + key + " has the bookings " + ids);
          }
        });
    ledger
        .bookingsByKey()
        .forEach(
            (key, ids) -> {
              if (!ids.equals(byKey.get(key))) {
                faults.add("key: " + key + " was answered " + ids + " but has " + byKey.get(key));
              }
            });
  }

  /// Finds what has happened though nobody was told, and nobody had asked in vain.
  private void untold(Stored stored, Set<Version> told, List<String> faults) {
    Map<Unanswered, Integer> asked = new HashMap<>();
    ledger.unanswered().forEach(request -> asked.merge(request, 1, Integer::sum));
    for (Stored.Booking booking : stored.bookings().values()) {
      List<Stored.Entry> history = stored.history(booking);
      List<Replay.State> states = Replay.of(stored, booking).states();
      for (int version = 1; version <= states.size(); version++) {
        if (told.contains(new Version(booking.id(), version))) {
          continue;
        }
        Stored.Entry entry = history.get(version - 1);
        Unanswered cause = cause(booking, entry, states.get(version - 1));
        if (asked.merge(cause, -1, Integer::sum) < 0) {
          faults.add("untold: version " + version + " of " + booking + " by " + entry);
        }
      }
    }
  }

  private static Unanswered cause(Stored.Booking booking, Stored.Entry entry, Replay.State after) {
    return switch (entry.action()) {
      case "booked", "requested" -> new Unanswered("booked", booking.email(), null);
      case "rescheduled" -> new Unanswered(entry.action(), booking.id().toString(), after.start());
      default -> new Unanswered(entry.action(), booking.id().toString(), null);
    };
  }
}
