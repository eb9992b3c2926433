package org.meetwright.core.calendar.sync.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.remote.RemoteItem;

/// New rows of `calendar_item`, column by column: one statement writes hundreds.
final class ItemColumns {
  private final List<NewItem> rows;

  ItemColumns(List<NewItem> rows) {
    this.rows = rows;
  }

  /// A new row.
  ///
  /// @param own whether it is one of the host's own meetings; then its text is not kept
  record NewItem(UUID id, RemoteItem item, boolean own, ItemProblem flaw) {}

  String[] getIds() {
    return column(row -> row.id.toString());
  }

  String[] getRemoteIds() {
    return column(row -> row.item.id());
  }

  String[] getRemoteKeys() {
    return column(row -> Secrets.hash(row.item.id()));
  }

  String[] getUids() {
    return column(row -> row.item.uid());
  }

  @Nullable String[] getEtags() {
    return rows.stream().map(row -> row.item.etag()).toArray(String[]::new);
  }

  String[] getTexts() {
    return column(row -> row.own ? "" : row.item.text());
  }

  String[] getDigests() {
    return column(row -> ItemStore.digest(row.item));
  }

  String[] getOwns() {
    return column(row -> row.own ? "t" : "f");
  }

  @Nullable String[] getProblems() {
    return rows.stream().map(row -> row.flaw.problem()).toArray(String[]::new);
  }

  @Nullable String[] getZones() {
    return rows.stream().map(row -> row.flaw.unknownZone()).toArray(String[]::new);
  }

  private String[] column(Function<NewItem, String> value) {
    return rows.stream().map(value).toArray(String[]::new);
  }
}
