package org.meetwright.core.database.h2;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.BusyException;

/// Queues work on the same row within this program, before it takes a connection. If this were left
/// to the database, waiting work would hold all connections; and H2 waits for another transaction's
/// new row by retrying without a pause, which occupies a processor each.
public final class Queues {
  /// How many work on one thing or wait to; all others are refused at once.
  static final int MOST = 32;

  private final ConcurrentHashMap<String, Queue> queues = new ConcurrentHashMap<>();

  /// Those who work on one thing, or want to.
  private static final class Queue {
    private final ReentrantLock lock = new ReentrantLock(true);

    /// Changed under the lock of its entry.
    private int users;
  }

  /// Does work when nobody else works on any of these things.
  ///
  /// @param things names that all who work on several of them give in the same order
  /// @throws BusyException if too many wait for one of them
  public <T extends @Nullable Object> T inTurn(List<String> things, Supplier<T> work) {
    if (things.isEmpty()) {
      return work.get();
    }
    String first = things.getFirst();
    Queue queue = enter(first);
    try {
      queue.lock.lock();
      try {
        return inTurn(things.subList(1, things.size()), work);
      } finally {
        queue.lock.unlock();
      }
    } finally {
      leave(first);
    }
  }

  private Queue enter(String thing) {
    return queues.compute(
        thing,
        (_, known) -> {
          Queue queue = known == null ? new Queue() : known;
          if (queue.users == MOST) {
            throw new BusyException(MOST + " work on one thing");
          }
          queue.users++;
          return queue;
        });
  }

  private void leave(String thing) {
    queues.computeIfPresent(thing, (_, queue) -> --queue.users == 0 ? null : queue);
  }
}
