package org.meetwright.core.outbox;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/// Delivers due messages and marks each one: done, due again later, or parked after its last
/// attempt. Each kind has its own places, so that none holds up another. Any number of workers, on
/// any number of nodes, share one outbox; what this one has no delivery for it leaves to others.
public final class OutboxWorker implements AutoCloseable {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN = Duration.ofSeconds(8);

  private final List<KindWorker> workers;
  private final ExecutorService executor;

  private OutboxWorker(List<KindWorker> workers, ExecutorService executor) {
    this.workers = workers;
    this.executor = executor;
  }

  /// What became of an attempt.
  public enum Result {
    DELIVERED,
    FAILED,
    PARKED,
    /// By a limit.
    WITHHELD
  }

  /// Is told of every attempt.
  @FunctionalInterface
  public interface Attempts {
    /// Notes an attempt to deliver a message of a kind.
    void made(OutboxKind<?> kind, Result result);
  }

  /// Starts a worker whose attempts nobody counts.
  ///
  /// @param handlers of the kinds that it delivers
  public static OutboxWorker start(Outbox outbox, Collection<Handler<?>> handlers) {
    return start(outbox, handlers, (kind, result) -> {});
  }

  /// Starts a worker.
  ///
  /// @param handlers of the kinds that it delivers
  public static OutboxWorker start(
      Outbox outbox, Collection<Handler<?>> handlers, Attempts attempts) {
    return start(outbox, handlers, attempts, POLL);
  }

  /// Starts a worker.
  ///
  /// @param poll how often to look for what other programs have put in
  static OutboxWorker start(
      Outbox outbox, Collection<Handler<?>> handlers, Attempts attempts, Duration poll) {
    ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    List<KindWorker> workers =
        handlers.stream()
            .map(handler -> new KindWorker(outbox, handler, attempts, poll, executor))
            .toList();
    for (KindWorker worker : workers) {
      outbox.onPut(worker::wakeUp);
      executor.execute(worker::run);
    }
    return new OutboxWorker(workers, executor);
  }

  /// Returns how long to wait after an attempt: from 10 s, doubling, at most 6 h, less up to a
  /// quarter.
  static Duration waitAfter(int attempts) {
    long millis = FIRST_WAIT.toMillis() << Math.min(attempts - 1, 20);
    long bounded = Math.min(millis, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(bounded - ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
  }

  /// Takes no more messages, waits up to 8 seconds for what is being delivered, and hands back what
  /// is not finished then.
  @Override
  public void close() {
    close(SHUTDOWN);
  }

  /// @param longest how long to wait for what is being delivered
  void close(Duration longest) {
    workers.forEach(KindWorker::stop);
    long deadline = System.nanoTime() + longest.toNanos();
    try {
      for (KindWorker worker : workers) {
        worker.awaitDeliveries(TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    Map<KindWorker, List<Message>> unfinished = new HashMap<>();
    workers.forEach(worker -> unfinished.put(worker, worker.unfinished()));
    executor.shutdownNow();
    unfinished.forEach(KindWorker::handBack);
  }
}
