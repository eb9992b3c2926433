package org.meetwright.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Transaction;
import org.meetwright.core.value.Ids;

/// The queue of messages that bookings set in motion. A message is put in by the transaction that
/// causes it, so that it is there exactly when the cause is.
public final class Outbox {
  /// How many workers can take messages at the same moment without one getting none.
  private static final int CANDIDATES = 8;

  private static final int LONGEST_ERROR = 1000;

  private final Database database;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final List<GivenUp> givenUp = new CopyOnWriteArrayList<>();

  /// Creates the outbox.
  public Outbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What is to be delivered; [OutboxKind#message] makes it.
  ///
  /// @param kind the name of its [OutboxKind]
  /// @param dedupeKey unique in the outbox, at most 200 characters
  /// @param lane the receiver, where the kind has many, at most 40 characters: of one lane few are
  ///   delivered at a time; empty for a kind with one receiver
  /// @param subjectId the booking that it is about; null if none
  /// @param payload what it carries, as JSON
  /// @param dueAt when it is to be delivered
  public record NewMessage(
      String kind,
      String dedupeKey,
      String lane,
      @Nullable UUID subjectId,
      String payload,
      Instant dueAt) {}

  /// Puts messages in.
  public void put(Transaction tx, List<NewMessage> messages) {
    if (messages.isEmpty()) {
      return;
    }
    Instant now = now();
    tx.mapper(OutboxMapper.class)
        .insert(messages.stream().map(message -> pending(message, now)).toList());
    tx.afterCommit(() -> listeners.forEach(Runnable::run));
  }

  /// Puts a message in, unless one with its dedupe key is there already, delivered or not.
  ///
  /// @return whether it is new
  public boolean putIfNew(NewMessage message) {
    try {
      return database.inTransaction(
          tx -> {
            if (tx.mapper(OutboxMapper.class).knows(message.dedupeKey())) {
              return false;
            }
            put(tx, List.of(message));
            return true;
          });
    } catch (RuntimeException failed) {
      if (Database.refusedByConstraint(failed)) {
        return false;
      }
      throw failed;
    }
  }

  /// Puts a message in, unless one with its dedupe key is there already, delivered or not.
  ///
  /// @param tx a transaction that holds a row which no other holds that puts in such a message
  public void putIfNew(Transaction tx, NewMessage message) {
    if (!tx.mapper(OutboxMapper.class).knows(message.dedupeKey())) {
      put(tx, List.of(message));
    }
  }

  private static Message pending(NewMessage added, Instant now) {
    return new Message(
        Ids.next(),
        added.kind(),
        added.dedupeKey(),
        added.lane(),
        added.subjectId(),
        added.payload(),
        "pending",
        added.dueAt(),
        0,
        null,
        null,
        now);
  }

  /// Is told of each message that is given up, in the transaction that does so.
  @FunctionalInterface
  public interface GivenUp {
    /// Writes what follows.
    void write(Transaction tx, Message message);
  }

  /// Has something written whenever a message is given up.
  public void onGivenUp(GivenUp listener) {
    givenUp.add(listener);
  }

  /// Has something run whenever this program has put messages in.
  void onPut(Runnable listener) {
    listeners.add(listener);
  }

  /// Takes due messages of a kind for a while: no other worker gets them until the lease ends.
  ///
  /// @param inHand how many messages of each lane the worker has already
  List<Message> claim(OutboxKind<?> kind, int limit, Duration lease, Map<String, Integer> inHand) {
    int perLane = kind.patience().perLane();
    Map<String, Integer> taken = new HashMap<>(inHand);
    Set<String> busy = new HashSet<>();
    inHand.forEach(
        (lane, messages) -> {
          if (messages >= perLane) {
            busy.add(lane);
          }
        });
    return database.inTransaction(
        tx -> {
          OutboxMapper mapper = tx.mapper(OutboxMapper.class);
          Instant now = now();
          Instant until = now.plus(lease);
          return mapper.lockDue(kind, now, busy, CANDIDATES * limit, limit).stream()
              .filter(message -> fits(taken, message.lane(), perLane))
              .map(
                  message -> {
                    mapper.lease(message.id(), until);
                    return leased(message, until);
                  })
              .toList();
        });
  }

  private static boolean fits(Map<String, Integer> taken, String lane, int perLane) {
    return lane.isEmpty() || taken.merge(lane, 1, Integer::sum) <= perLane;
  }

  private static Message leased(Message message, Instant until) {
    return new Message(
        message.id(),
        message.kind(),
        message.dedupeKey(),
        message.lane(),
        message.subjectId(),
        message.payload(),
        message.state(),
        message.dueAt(),
        message.attempts() + 1,
        until,
        message.lastError(),
        message.createdAt());
  }

  void markDone(Message message) {
    settle(message, "done", message.dueAt(), null);
  }

  void markParked(Message message, String error) {
    settle(message, "parked", message.dueAt(), error);
  }

  void markWithheld(Message message, String reason) {
    settle(message, "withheld", message.dueAt(), reason);
  }

  void markFailed(Message message, Duration wait, String error) {
    settle(message, "pending", now().plus(wait), error);
  }

  void markAgain(Message message, Duration wait) {
    Instant lease = message.leaseUntil();
    if (lease != null) {
      Instant due = now().plus(wait);
      database.inTransaction(tx -> tx.mapper(OutboxMapper.class).again(message.id(), lease, due));
    }
  }

  /// Has a message delivered now that waits, and starts its attempts anew. One that is being
  /// delivered is left alone.
  ///
  /// @return whether there was such a one
  public boolean hasten(Transaction tx, String dedupeKey) {
    boolean hastened = tx.mapper(OutboxMapper.class).hasten(dedupeKey, now()) > 0;
    if (hastened) {
      tx.afterCommit(() -> listeners.forEach(Runnable::run));
    }
    return hastened;
  }

  /// Gives a message back that was taken but not delivered.
  void handBack(Message message) {
    Instant lease = message.leaseUntil();
    if (lease != null) {
      database.inTransaction(tx -> tx.mapper(OutboxMapper.class).handBack(message.id(), lease));
    }
  }

  private void settle(Message message, String state, Instant dueAt, @Nullable String error) {
    Instant lease = message.leaseUntil();
    if (lease == null) {
      throw new IllegalStateException("Not leased: " + message.id());
    }
    String cut =
        error == null || error.length() <= LONGEST_ERROR
            ? error
            : error.substring(0, LONGEST_ERROR);
    database.inTransaction(
        tx -> {
          int settled =
              tx.mapper(OutboxMapper.class).settle(message.id(), lease, state, dueAt, cut);
          if (settled > 0 && state.equals("parked")) {
            givenUp.forEach(listener -> listener.write(tx, message));
          }
          return settled;
        });
  }

  /// Returns how many messages are in a state: pending, done, parked or withheld.
  public long count(String state) {
    return database.read(tx -> tx.mapper(OutboxMapper.class).count(state));
  }

  /// How many messages there are of a kind in a state.
  ///
  /// @param oldest when the first of them was or is due
  public record Depth(String kind, String state, long messages, Instant oldest) {}

  /// Returns what is still to be delivered, what is parked, and what limits hold back.
  public List<Depth> depths() {
    return database.read(tx -> tx.mapper(OutboxMapper.class).depths());
  }

  /// Returns messages, those first that are due first.
  ///
  /// @param kind null for all
  /// @param state pending, done, parked or withheld; null for all
  public List<Message> list(@Nullable OutboxKind<?> kind, @Nullable String state, int limit) {
    String name = kind == null ? null : kind.name();
    return database.read(tx -> tx.mapper(OutboxMapper.class).list(name, state, limit));
  }

  /// Returns a message; empty if there is none.
  public Optional<Message> find(UUID id) {
    return database.read(tx -> Optional.ofNullable(tx.mapper(OutboxMapper.class).find(id)));
  }

  /// Has a message delivered again, with all its attempts before it, whatever became of it.
  ///
  /// @return false if there is none, or it is being delivered now
  public boolean retry(UUID id) {
    return database.inTransaction(tx -> tx.mapper(OutboxMapper.class).retry(id, now()) > 0);
  }

  /// Has all parked messages delivered again.
  ///
  /// @param kind null for all kinds
  /// @return how many
  public int retryParked(@Nullable OutboxKind<?> kind) {
    String name = kind == null ? null : kind.name();
    return database.inTransaction(tx -> tx.mapper(OutboxMapper.class).retryParked(name, now()));
  }

  /// Has messages of a kind, and of those that are paused with it, wait until it is resumed. What
  /// is being delivered now is finished.
  public void pause(OutboxKind<?> kind) {
    database.inTransaction(tx -> tx.mapper(OutboxMapper.class).pause(kind.name(), now()));
  }

  /// Has a paused kind delivered again.
  ///
  /// @return whether it was paused
  public boolean resume(OutboxKind<?> kind) {
    return database.inTransaction(tx -> tx.mapper(OutboxMapper.class).resume(kind.name()) > 0);
  }

  /// Returns the names of the kinds that are paused.
  public List<String> paused() {
    return database.read(tx -> tx.mapper(OutboxMapper.class).paused());
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
