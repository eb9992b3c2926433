package org.meetwright.cli.stress.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.cli.stress.check.Stored.Taken;

/// No two active meetings of a host overlap, buffers included, and a host's time is taken exactly
/// by the meetings in which someone has a seat.
final class HostTimes implements Verifier.Check {
  @Override
  public List<String> faults(Stored stored) {
    List<String> faults = new ArrayList<>();
    overlaps(stored, faults);
    Map<UUID, List<Taken>> byMeeting =
        stored.taken().stream().collect(Collectors.groupingBy(Taken::meetingId));
    Set<UUID> held = new HashSet<>();
    stored.bookings().values().stream()
        .filter(booking -> booking.seat() != null)
        .forEach(booking -> held.add(booking.meetingId()));
    for (Stored.Meeting meeting : stored.meetings().values()) {
      List<Taken> taken = byMeeting.getOrDefault(meeting.id(), List.of());
      hosts(stored, meeting, taken, faults);
      for (Taken one : taken) {
        if (one.active() != held.contains(meeting.id())) {
          faults.add("active flag: " + one + ", seat held: " + held.contains(meeting.id()));
        }
      }
    }
    return faults;
  }

  private static void overlaps(Stored stored, List<String> faults) {
    List<Taken> sorted =
        stored.taken().stream()
            .filter(Taken::active)
            .sorted(Comparator.comparing(Taken::hostId).thenComparing(Taken::from))
            .toList();
    Taken longest = null;
    for (Taken next : sorted) {
      if (longest == null || !longest.hostId().equals(next.hostId())) {
        longest = next;
        continue;
      }
      if (next.from().isBefore(longest.until())) {
        faults.add("overlap: " + longest + " and " + next);
      }
      longest = next.until().isAfter(longest.until()) ? next : longest;
    }
  }

  private static void hosts(
      Stored stored, Stored.Meeting meeting, List<Taken> taken, List<String> faults) {
    Stored.EventType type = stored.eventType(meeting);
    Set<UUID> hosts = taken.stream().map(Taken::hostId).collect(Collectors.toSet());
    boolean right =
        type.assignment().equals("collective")
            ? hosts.equals(stored.teams().get(type.teamId()))
            : hosts.size() == 1;
    if (!right) {
      faults.add("hosts: " + meeting + " of " + type.slug() + " has " + hosts);
    }
    Duration before = Duration.ofMinutes(type.bufferBeforeMinutes());
    Duration after = Duration.ofMinutes(type.bufferAfterMinutes());
    Duration length = Duration.ofMinutes(type.durationMinutes());
    for (Taken one : taken) {
      if (!one.from().equals(meeting.start().minus(before))
          || !one.until().equals(meeting.end().plus(after))
          || !meeting.end().equals(meeting.start().plus(length))) {
        faults.add("padding: " + one + " of " + meeting);
      }
    }
  }
}
