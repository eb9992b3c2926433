package org.meetwright.cli.commands.data;

import java.util.function.Supplier;
import org.meetwright.core.archive.Tally;

/// Counts the moved meetings, batch by batch.
record MovedMeetings(long meetings, long bookings) {
  /// Runs batches until one has nothing left to do.
  static MovedMeetings all(Supplier<Tally> batch) {
    MovedMeetings moved = new MovedMeetings(0, 0);
    for (Tally next = batch.get(); next.meetings() > 0; next = batch.get()) {
      moved = new MovedMeetings(moved.meetings + next.meetings(), moved.bookings + next.bookings());
    }
    return moved;
  }

  /// Returns it in words.
  String words() {
    return meetings + " meetings with " + bookings + " bookings";
  }
}
