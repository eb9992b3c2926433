package org.meetwright.cli.imports.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.imports.csv.CsvRow.Cell;

/// Reads the times of a CSV file.
///
/// @param zone of times without a distance from UTC; null if it was not said
/// @param order of day and month where they are numbers; null if it was not said
record CsvTimes(@Nullable ZoneId zone, @Nullable DateOrder order) {
  private static final List<String> CLOCKS =
      List.of("H:mm", "H:mm:ss", "h:mm a", "h:mma", "h:mm:ss a");
  private static final List<String> DATES =
      List.of("yyyy-MM-dd", "d.M.yyyy", "MMMM d, yyyy", "MMM d, yyyy", "d MMMM yyyy", "d MMM yyyy");

  Instant read(CsvRow row, Cell cell) {
    String text = cell.text().replace('\u202f', ' ').replaceAll("\\s+", " ");
    try {
      return OffsetDateTime.parse(
              text.replaceFirst("^(\\d{4}-\\d\\d-\\d\\d) ", "$1T")
                  .replaceFirst(" ?([+-]\\d\\d):?(\\d\\d)$", "$1:$2")
                  .replaceFirst(" UTC$", "Z"))
          .toInstant();
    } catch (DateTimeException noOffset) {
      return local(row, cell, text);
    }
  }

  private Instant local(CsvRow row, Cell cell, String text) {
    boolean slashes = text.matches("\\d{1,2}/\\d{1,2}/\\d{4}.*");
    if (slashes && order == null) {
      throw row.wrong(
          cell, "say with --dates mdy or --dates dmy whether the month or the day comes first");
    }
    LocalDateTime local =
        patterns()
            .map(pattern -> parsed(text.replaceFirst("T", " "), pattern))
            .filter(Objects::nonNull)
            .findFirst()
            .orElseThrow(
                () ->
                    row.wrong(
                        cell, "must be a time like 2026-03-09T10:00:00Z or 2026-03-09 10:00"));
    if (zone == null) {
      throw row.wrong(cell, "tells no distance from UTC: say the time zone with --zone ZONE");
    }
    return local.atZone(zone).toInstant();
  }

  private Stream<String> patterns() {
    Stream<String> dates =
        order == null ? DATES.stream() : Stream.concat(DATES.stream(), Stream.of(order.pattern()));
    return dates.flatMap(
        date ->
            CLOCKS.stream().flatMap(clock -> Stream.of(date + " " + clock, date + ", " + clock)));
  }

  private static @Nullable LocalDateTime parsed(String text, String pattern) {
    try {
      DateTimeFormatter form =
          new DateTimeFormatterBuilder()
              .parseCaseInsensitive()
              .appendPattern(pattern)
              .toFormatter(Locale.ENGLISH);
      return LocalDateTime.parse(text, form);
    } catch (DateTimeException other) {
      return null;
    }
  }
}
