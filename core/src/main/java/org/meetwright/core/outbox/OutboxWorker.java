package org.meetwright.core.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.outbox.Delivery.PermanentFailure;

/// Delivers what is due, a bounded number of messages at a time, and marks each: done, due again
/// later, or parked after its last attempt. Any number of workers, on any number of nodes, share
/// one outbox.
public final class OutboxWorker implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OutboxWorker.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(5);
  private static final Duration FIRST_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofHours(6);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration SHUTDOWN = Duration.ofSeconds(8);
  private static final int MOST_ATTEMPTS = 12;
  private static final int MOST_AT_A_TIME = 8;

  private final Outbox outbox;
  private final Map<String, Delivery> deliveries;
  private final Duration poll;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Semaphore free = new Semaphore(MOST_AT_A_TIME);
  private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean closing;

  private OutboxWorker(Outbox outbox, Map<String, Delivery> deliveries, Duration poll) {
    this.outbox = outbox;
    this.deliveries = Map.copyOf(deliveries);
    this.poll = poll;
  }

  /// Starts a worker.
  ///
  /// @param deliveries by the kind of message
  public static OutboxWorker start(Outbox outbox, Map<String, Delivery> deliveries) {
    return start(outbox, deliveries, POLL);
  }

  /// Starts a worker.
  ///
  /// @param poll how often to look for what other programs have put in
  static OutboxWorker start(Outbox outbox, Map<String, Delivery> deliveries, Duration poll) {
    OutboxWorker worker = new OutboxWorker(outbox, deliveries, poll);
    outbox.onPut(worker.wakeUp::release);
    worker.executor.execute(worker::run);
    return worker;
  }

  private void run() {
    while (!closing) {
      try {
        if (!takeSome()) {
          wakeUp.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS);
          wakeUp.drainPermits();
        }
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException failed) {
        LOG.log(Level.WARNING, "The outbox cannot be read; trying again", failed);
        pause();
      }
    }
  }

  private void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(poll.toMillis());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes as many due messages as there are free places, and starts delivering them.
  ///
  /// @return whether there was any
  private boolean takeSome() throws InterruptedException {
    free.acquire();
    int places = 1 + free.drainPermits();
    List<Message> messages = List.of();
    try {
      messages = outbox.claim(places, LEASE);
    } finally {
      free.release(places - messages.size());
    }
    for (Message message : messages) {
      executor.execute(
          () -> {
            try {
              deliver(message);
            } finally {
              free.release();
            }
          });
    }
    return !messages.isEmpty();
  }

  private void deliver(Message message) {
    try {
      Delivery delivery = deliveries.get(message.kind());
      if (delivery == null) {
        throw new PermanentFailure("Nothing delivers messages of the kind " + message.kind(), null);
      }
      delivery.deliver(message);
      outbox.markDone(message);
    } catch (Exception failed) {
      fail(message, failed);
    }
  }

  private void fail(Message message, Exception failed) {
    String error = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    try {
      if (failed instanceof PermanentFailure || message.attempts() >= MOST_ATTEMPTS) {
        LOG.warning(
            () -> "Message " + message.id() + " (" + message.kind() + ") is parked: " + error);
        outbox.markParked(message, error);
      } else {
        LOG.warning(
            () ->
                "Message "
                    + message.id()
                    + " ("
                    + message.kind()
                    + ") failed at attempt "
                    + message.attempts()
                    + ": "
                    + error);
        outbox.markFailed(message, waitAfter(message.attempts()), error);
      }
    } catch (RuntimeException unmarked) {
      // Its lease ends by itself, and it is tried again.
      LOG.log(Level.WARNING, "Message " + message.id() + " could not be marked", unmarked);
    }
  }

  /// Returns how long to wait after an attempt: from 10 s, doubling, at most 6 h, less up to a
  /// quarter.
  static Duration waitAfter(int attempts) {
    long millis = FIRST_WAIT.toMillis() << Math.min(attempts - 1, 20);
    long bounded = Math.min(millis, LONGEST_WAIT.toMillis());
    return Duration.ofMillis(bounded - ThreadLocalRandom.current().nextLong(bounded / 4 + 1));
  }

  /// Takes no more messages, and waits up to 8 seconds for what is being delivered.
  @Override
  public void close() {
    closing = true;
    wakeUp.release();
    try {
      boolean finished =
          free.tryAcquire(MOST_AT_A_TIME, SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS);
      if (!finished) {
        LOG.warning("Some messages were still being delivered; they are tried again later.");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    executor.shutdownNow();
  }
}
