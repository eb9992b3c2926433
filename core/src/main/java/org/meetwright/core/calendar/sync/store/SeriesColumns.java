package org.meetwright.core.calendar.sync.store;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// New rows of `busy_series`, column by column: one statement writes thousands.
final class SeriesColumns {
  private final List<SeriesRow> rows;

  SeriesColumns(List<SeriesRow> rows) {
    this.rows = rows;
  }

  String[] getIds() {
    return column(row -> row.id().toString());
  }

  String[] getItems() {
    return column(row -> row.itemId().toString());
  }

  String[] getStarts() {
    return column(row -> row.startsAt().toString());
  }

  String[] getEnds() {
    return column(row -> row.endsAt().toString());
  }

  @Nullable String[] getTimes() {
    return rows.stream().map(SeriesRow::times).toArray(String[]::new);
  }

  String[] getSummaries() {
    return column(SeriesRow::summary);
  }

  String[] getHidden() {
    return column(row -> row.isPrivate() ? "t" : "f");
  }

  String[] getLongs() {
    return column(row -> row.isLong() ? "t" : "f");
  }

  private String[] column(Function<SeriesRow, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
