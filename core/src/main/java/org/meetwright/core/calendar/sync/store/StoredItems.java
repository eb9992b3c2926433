package org.meetwright.core.calendar.sync.store;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.ItemMapper.ItemRow;
import org.meetwright.core.database.Database;

/// The items of a calendar that are not the host's own meetings, some at a time.
public final class StoredItems {
  private static final int SOME = 500;
  private static final UUID FIRST = new UUID(0, 0);

  private final Database database;
  private final UUID calendarId;

  public StoredItems(Database database, UUID calendarId) {
    this.database = database;
    this.calendarId = calendarId;
  }

  public void forEach(Consumer<List<RemoteItem>> reader) {
    UUID after = FIRST;
    List<ItemRow> rows;
    do {
      UUID from = after;
      rows = database.read(tx -> tx.mapper(ItemMapper.class).after(calendarId, from, SOME));
      if (!rows.isEmpty()) {
        after = rows.getLast().id();
        reader.accept(rows.stream().map(StoredItems::item).toList());
      }
    } while (rows.size() == SOME);
  }

  private static RemoteItem item(ItemRow row) {
    return new RemoteItem(row.remoteId(), row.uid(), row.etag(), row.text());
  }
}
