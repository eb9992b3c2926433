package org.meetwright.core.calendar.item.freebusy;

import java.util.List;

/// What became of reading busy times.
public sealed interface FreeBusyReading {
  /// They were read. There may be none.
  ///
  /// @param busy in the order in which they stand; they may overlap
  /// @param unreadable how many could not be read
  record Read(List<BusyPeriod> busy, int unreadable) implements FreeBusyReading {}

  /// These are no busy times, or not all of them: nothing in it may be believed.
  record NoFreeBusy() implements FreeBusyReading {}

  /// There are more of them than are read.
  record TooLarge() implements FreeBusyReading {}
}
