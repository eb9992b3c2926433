package org.meetwright.core.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.meetwright.core.outbox.Delivery.Again;
import org.meetwright.core.outbox.Delivery.PermanentFailure;
import org.meetwright.core.outbox.Delivery.Withheld;
import org.meetwright.core.outbox.OutboxWorker.Attempts;
import org.meetwright.core.outbox.OutboxWorker.Result;

/// Delivers the messages of one kind, a bounded number at a time.
final class KindWorker {
  private static final Logger LOG = Logger.getLogger(KindWorker.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Outbox outbox;
  private final Handler<?> handler;
  private final OutboxKind<?> kind;
  private final Attempts attempts;
  private final Duration poll;
  private final ExecutorService executor;
  private final Semaphore wakeUp = new Semaphore(0);
  private final Semaphore free;
  private final Semaphore places;
  private final Map<Message, Boolean> inHand = new ConcurrentHashMap<>();
  private volatile boolean closing;

  KindWorker(
      Outbox outbox,
      Handler<?> handler,
      Attempts attempts,
      Duration poll,
      ExecutorService executor) {
    this.outbox = outbox;
    this.handler = handler;
    this.kind = handler.kind();
    this.free = new Semaphore(kind.patience().inHand());
    this.places = new Semaphore(kind.patience().places(), true);
    this.attempts = attempts;
    this.poll = poll;
    this.executor = executor;
  }

  void wakeUp() {
    wakeUp.release();
  }

  void run() {
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

  /// Takes several due messages at once, and has them delivered.
  ///
  /// @return whether there was any
  private boolean takeSome() throws InterruptedException {
    int least = kind.patience().places();
    free.acquire(least);
    int most = least + free.drainPermits();
    List<Message> messages = List.of();
    try {
      messages = take(most);
    } finally {
      free.release(most - messages.size());
    }
    for (Message message : messages) {
      executor.execute(() -> deliverInTurn(message));
    }
    return !messages.isEmpty();
  }

  /// Synchronized, so that nothing is taken any more once [#stop] has returned.
  private synchronized List<Message> take(int most) {
    if (closing) {
      return List.of();
    }
    List<Message> messages = outbox.claim(kind, most, LEASE, lanesInHand());
    messages.forEach(message -> inHand.put(message, true));
    return messages;
  }

  /// Once the program is being ended, what waits for a place is left to be handed back.
  private void deliverInTurn(Message message) {
    try {
      places.acquire();
      try {
        if (closing) {
          return;
        }
        deliver(message);
      } finally {
        places.release();
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return;
    }
    inHand.remove(message);
    free.release();
    wakeUp.release();
  }

  private Map<String, Integer> lanesInHand() {
    Map<String, Integer> lanes = new HashMap<>();
    for (Message message : inHand.keySet()) {
      if (!message.lane().isEmpty()) {
        lanes.merge(message.lane(), 1, Integer::sum);
      }
    }
    return lanes;
  }

  private void deliver(Message message) {
    try {
      handler.deliver(message);
      outbox.markDone(message);
      attempts.made(kind, Result.DELIVERED);
    } catch (Again again) {
      outbox.markAgain(message, again.retryAfter());
      attempts.made(kind, Result.DELIVERED);
    } catch (Withheld withheld) {
      withhold(message, withheld);
    } catch (Exception failed) {
      if (closing && failed instanceof InterruptedException) {
        return;
      }
      fail(message, failed);
    }
  }

  private void withhold(Message message, Withheld withheld) {
    String reason = String.valueOf(withheld.getMessage());
    Duration wait = withheld.retryAfter();
    LOG.info(() -> "Message " + message.id() + " (" + kind + ") is withheld: " + reason);
    if (wait == null || isLastAttempt(message)) {
      outbox.markWithheld(message, reason);
    } else {
      outbox.markFailed(message, wait, reason);
    }
    attempts.made(kind, Result.WITHHELD);
  }

  private void fail(Message message, Exception failed) {
    String error = failed.getClass().getSimpleName() + ": " + failed.getMessage();
    String what = "Message " + message.id() + " (" + kind + ") ";
    try {
      if (failed instanceof PermanentFailure || isLastAttempt(message)) {
        LOG.warning(() -> what + "is parked: " + error);
        outbox.markParked(message, error);
        attempts.made(kind, Result.PARKED);
      } else {
        LOG.warning(() -> what + "failed at attempt " + message.attempts() + ": " + error);
        outbox.markFailed(message, OutboxWorker.waitAfter(message.attempts()), error);
        attempts.made(kind, Result.FAILED);
      }
    } catch (RuntimeException unmarked) {
      // Its lease ends by itself, and it is tried again.
      LOG.log(Level.WARNING, what + "could not be marked", unmarked);
    }
  }

  private boolean isLastAttempt(Message message) {
    return message.attempts() >= kind.patience().attempts();
  }

  /// Takes no more messages.
  synchronized void stop() {
    closing = true;
    wakeUp.release();
  }

  /// Waits for what is being delivered.
  ///
  /// @param millis how long at most
  void awaitDeliveries(long millis) throws InterruptedException {
    int all = kind.patience().places();
    if (places.tryAcquire(all, Math.max(millis, 1), TimeUnit.MILLISECONDS)) {
      places.release(all);
    }
  }

  /// Returns what is being delivered.
  List<Message> unfinished() {
    return List.copyOf(inHand.keySet());
  }

  /// Gives back what could not be finished, so that another node takes it at once.
  void handBack(List<Message> unfinished) {
    for (Message message : unfinished) {
      LOG.info(() -> "Message " + message.id() + " (" + kind + ") is left to the next start");
      try {
        outbox.handBack(message);
      } catch (RuntimeException unreachable) {
        LOG.log(Level.WARNING, "It is tried again when its lease ends", unreachable);
      }
    }
  }
}
