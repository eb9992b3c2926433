package org.meetwright.core.calendar.sync.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.value.Ids;

/// New rows of `busy_time`, column by column: one statement writes thousands.
final class BusyColumns {
  private final List<NewBusy> rows;

  BusyColumns(List<NewBusy> rows) {
    this.rows = rows;
  }

  /// A new row.
  record NewBusy(UUID itemId, BusyOccurrence taken) {}

  String[] getIds() {
    return column(row -> Ids.next().toString());
  }

  String[] getItems() {
    return column(row -> row.itemId.toString());
  }

  String[] getStarts() {
    return column(row -> row.taken.start().toString());
  }

  String[] getEnds() {
    return column(row -> row.taken.end().toString());
  }

  String[] getSummaries() {
    return column(row -> row.taken.summary());
  }

  String[] getHidden() {
    return column(row -> row.taken.isPrivate() ? "t" : "f");
  }

  String[] getSpans() {
    return column(row -> row.taken.spansDays() ? "t" : "f");
  }

  private String[] column(Function<NewBusy, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
