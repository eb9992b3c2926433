package org.meetwright.cli.commands.stats;

import java.util.List;
import java.util.Locale;
import org.meetwright.cli.program.Columns;
import org.meetwright.core.statistics.Counts;

/// All bookings of a period in words.
final class CountsTable {
  private CountsTable() {}

  static List<String> all(Counts counts) {
    return Columns.align(
        List.of(
            List.of("bookings", counts.bookings() + ""),
            List.of("confirmed", counts.confirmed() + ""),
            List.of("pending", counts.pending() + ""),
            List.of("cancelled", counts.cancelled() + ""),
            List.of("declined", counts.declined() + ""),
            List.of(
                "no-shows",
                counts.noShows()
                    + " of "
                    + counts.held()
                    + " held, "
                    + percent(counts.noShowRate()))));
  }

  private static String percent(double rate) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * rate);
  }
}
