package org.meetwright.cli.commands;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.booking.localtime.LocalTimes;
import org.meetwright.core.booking.localtime.LocalTimes.Outcome;

/// Whether the time-zone data that a server is started with moves the local time of bookings. It is
/// looked at once, beside everything else, when the server starts: only then can it be others.
final class LocalTimeCheck {
  private static final Logger LOG = Logger.getLogger(LocalTimeCheck.class.getName());

  private LocalTimeCheck() {}

  static void begin(LocalTimes times) {
    Thread.ofVirtual().name("local-times").start(() -> run(times));
  }

  private static void run(LocalTimes times) {
    try {
      Outcome outcome = times.check(found -> {});
      if (outcome.moved() > 0) {
        LOG.warning(
            outcome.moved()
                + " bookings are at another local time than people were told, by the time-zone data"
                + " of this Java; see meetwright tzdata check.");
      }
    } catch (RuntimeException failed) {
      // The server may just have been ended. The command can be run at any time.
      LOG.log(Level.FINE, "Local times were not checked", failed);
    }
  }
}
