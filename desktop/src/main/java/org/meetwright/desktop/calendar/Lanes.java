package org.meetwright.desktop.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.desktop.meeting.Meeting;

/// Where meetings stand beside each other that are at the same time.
///
/// @param lane from 0 on
/// @param of how many there are
record Lanes(int lane, int of) {
  static Map<UUID, Lanes> of(List<Meeting> meetings) {
    Map<UUID, Lanes> lanes = new HashMap<>();
    List<Meeting> together = new ArrayList<>();
    Instant until = Instant.MIN;
    for (Meeting meeting :
        meetings.stream().sorted(Comparator.comparing(Meeting::start)).toList()) {
      if (!meeting.start().isBefore(until)) {
        place(together, lanes);
        together.clear();
      }
      together.add(meeting);
      until = meeting.end().isAfter(until) ? meeting.end() : until;
    }
    place(together, lanes);
    return lanes;
  }

  private static void place(List<Meeting> together, Map<UUID, Lanes> lanes) {
    List<Instant> ends = new ArrayList<>();
    Map<UUID, Integer> at = new HashMap<>();
    for (Meeting meeting : together) {
      int lane = 0;
      while (lane < ends.size() && ends.get(lane).isAfter(meeting.start())) {
        lane++;
      }
      if (lane == ends.size()) {
        ends.add(meeting.end());
      } else {
        ends.set(lane, meeting.end());
      }
      at.put(meeting.id(), lane);
    }
    at.forEach((id, lane) -> lanes.put(id, new Lanes(lane, ends.size())));
  }
}
