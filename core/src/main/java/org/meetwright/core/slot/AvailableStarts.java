package org.meetwright.core.slot;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.slot.Snapshot.Party;
import org.meetwright.core.time.IntervalSet;

/// Where starts are found.
///
/// @param zones the time zones by which the booking windows go
/// @param runs the starts that windows, meetings, busy times, absences and limits leave: each
///   interval begins with a start, has one every step, and ends a second after the last one
record AvailableStarts(List<ZoneId> zones, IntervalSet runs) {

  /// Starts of several parties can be put together if their booking windows go by the same zones
  /// and they lie on the same grid. A group meeting that can be joined has a grid of its own if
  /// need be.
  ///
  /// @param phase where on the clock the grid lies: seconds after a multiple of the step
  private record Grid(List<ZoneId> zones, long phase) {}

  /// Returns the grounds of all parties that are not switched off. However many members a team has,
  /// there are no more grounds than zones and grids.
  static List<AvailableStarts> of(EventType eventType, List<Party> parties) {
    List<Party> active = parties.stream().filter(Party::active).toList();
    long step = eventType.timing().step().toSeconds();
    if (active.size() == 1) {
      Party only = active.getFirst();
      return List.of(new AvailableStarts(only.zones(), Runs.of(only, eventType)));
    }
    Map<Grid, IntervalSet.Builder> grounds = new LinkedHashMap<>();
    for (Party party : active) {
      IntervalSet runs = Runs.of(party, eventType);
      for (int i = 0; i < runs.size(); i++) {
        Grid grid = new Grid(party.zones(), Math.floorMod(runs.start(i), step));
        grounds
            .computeIfAbsent(grid, any -> new IntervalSet.Builder(runs.size()))
            .add(runs.start(i), runs.end(i));
      }
    }
    return grounds.entrySet().stream()
        .map(entry -> new AvailableStarts(entry.getKey().zones(), entry.getValue().build()))
        .toList();
  }
}
