package org.meetwright.core.calendar.sync.store;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.meetwright.core.calendar.remote.RemoteItem;
import org.meetwright.core.calendar.sync.store.ItemStore.Entry;

/// Divides what is to be written, so that no transaction takes long: while it does, nobody can book
/// the host.
public final class Batches {
  private static final int MOST_ITEMS = 500;
  private static final int MOST_TIMES = 50_000;

  private final Consumer<List<Entry>> write;

  public Batches(Consumer<List<Entry>> write) {
    this.write = write;
  }

  public void all(List<RemoteItem> items, Function<RemoteItem, Entry> entry) {
    List<Entry> batch = new ArrayList<>();
    int times = 0;
    for (RemoteItem item : items) {
      Entry next = entry.apply(item);
      batch.add(next);
      times += next.taken().size();
      if (batch.size() >= MOST_ITEMS || times >= MOST_TIMES) {
        write.accept(batch);
        batch = new ArrayList<>();
        times = 0;
      }
    }
    if (!batch.isEmpty()) {
      write.accept(batch);
    }
  }
}
