package org.meetwright.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/// Does something many times at once.
public final class Concurrently {
  private Concurrently() {}

  /// Starts all attempts together and returns what became of each, by its number from 0.
  public static <T> List<T> run(int count, IntFunction<T> attempt)
      throws InterruptedException, ExecutionException {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<T>> futures = new ArrayList<>();
    List<T> results = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        int number = i;
        Callable<T> task =
            () -> {
              go.await();
              return attempt.apply(number);
            };
        futures.add(threads.submit(task));
      }
      go.countDown();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
    }
    return results;
  }
}
