package org.meetwright.core.calendar.sync.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.meetwright.core.access.Secrets;
import org.meetwright.core.calendar.CalendarMapper.CalendarRow;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.ItemColumns.NewItem;
import org.meetwright.core.calendar.sync.store.ItemMapper.IdRow;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.Ids;

/// Writes items and the times that they take. Of a time that is as it was, nothing is written.
public final class ItemStore {
  /// How many ids one statement names.
  private static final int BATCH = 500;

  private final ItemMapper mapper;
  private final CalendarRow calendar;
  private final String source;
  private boolean moved;

  /// @param source the word of the calendar's service
  public ItemStore(Transaction tx, CalendarRow calendar, String source) {
    this.mapper = tx.mapper(ItemMapper.class);
    this.calendar = calendar;
    this.source = source;
  }

  /// An item with the times that it takes.
  ///
  /// @param own whether it is one of the host's own meetings
  /// @param flaw why the times are not what they should be
  public record Entry(RemoteItem item, boolean own, List<BusyOccurrence> taken, ItemProblem flaw) {}

  /// Returns what tells one text of an item from another.
  public static String digest(RemoteItem item) {
    return Secrets.hash(item.uid() + "\n" + item.text());
  }

  /// Returns whether a time has been taken or given back.
  public boolean moved() {
    return moved;
  }

  /// Writes items that are new or changed.
  public void put(List<Entry> entries) {
    Map<String, IdRow> known = ids(entries.stream().map(entry -> entry.item.id()).toList());
    List<NewItem> added = new ArrayList<>();
    Map<UUID, List<BusyOccurrence>> times = new HashMap<>();
    for (Entry entry : entries) {
      RemoteItem item = entry.item;
      IdRow row = known.get(Secrets.hash(item.id()));
      if (row == null) {
        UUID id = Ids.next();
        added.add(new NewItem(id, item, entry.own, entry.flaw));
        times.put(id, entry.taken);
      } else {
        String text = entry.own ? "" : item.text();
        mapper.updateItem(row.id(), item.uid(), item.etag(), text, digest(item), entry.own);
        again(row, entry, times);
      }
    }
    if (!added.isEmpty()) {
      mapper.insertItems(calendar.id(), new ItemColumns(added));
    }
    take(times, known.values());
  }

  /// Writes the times of items that have not changed. One that is gone meanwhile is left out.
  public void takeAgain(List<Entry> entries) {
    Map<String, IdRow> known = ids(entries.stream().map(entry -> entry.item.id()).toList());
    Map<UUID, List<BusyOccurrence>> times = new HashMap<>();
    for (Entry entry : entries) {
      IdRow row = known.get(Secrets.hash(entry.item.id()));
      if (row != null) {
        again(row, entry, times);
      }
    }
    take(times, known.values());
  }

  /// Of an item whose times could not all be counted, those that are stored stay.
  private void again(IdRow row, Entry entry, Map<UUID, List<BusyOccurrence>> times) {
    if (!entry.flaw.equals(row.flaw())) {
      mapper.flaw(row.id(), entry.flaw.problem(), entry.flaw.unknownZone());
    }
    if (!entry.flaw.isCut()) {
      times.put(row.id(), entry.taken);
    }
  }

  /// Writes the times of items, as far as they have changed.
  ///
  /// @param known those of the items that may have had some before
  private void take(Map<UUID, List<BusyOccurrence>> times, Collection<IdRow> known) {
    List<UUID> ids = known.stream().map(IdRow::id).filter(times::containsKey).toList();
    Map<UUID, List<SeriesRow>> before =
        batches(ids).stream()
            .flatMap(some -> mapper.series(some).stream())
            .collect(groupingBy(SeriesRow::itemId));
    SeriesChange change = new SeriesChange(calendar.expandedUntil());
    times.forEach((id, taken) -> change.add(id, taken, before.getOrDefault(id, List.of())));
    moved |= change.moved();
    batches(change.deleted()).forEach(mapper::deleteSeries);
    if (!change.inserted().isEmpty()) {
      mapper.insertSeries(
          calendar.hostId(), calendar.id(), source, new SeriesColumns(change.inserted()));
    }
  }

  /// Deletes items, and frees their times.
  ///
  /// @param remoteIds of items of the calendar
  public void delete(Collection<String> remoteIds) {
    List<UUID> ids = ids(remoteIds).values().stream().map(IdRow::id).toList();
    for (List<UUID> some : batches(ids)) {
      moved |= !mapper.series(some).isEmpty();
      mapper.deleteItems(some);
    }
  }

  private Map<String, IdRow> ids(Collection<String> remoteIds) {
    List<String> keys = remoteIds.stream().map(Secrets::hash).toList();
    return mapper.ids(calendar.id(), keys.toArray(String[]::new)).stream()
        .collect(toMap(IdRow::remoteKey, row -> row));
  }

  public static <T> List<List<T>> batches(Collection<T> all) {
    List<T> list = List.copyOf(all);
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < list.size(); from += BATCH) {
      batches.add(list.subList(from, Math.min(from + BATCH, list.size())));
    }
    return batches;
  }
}
