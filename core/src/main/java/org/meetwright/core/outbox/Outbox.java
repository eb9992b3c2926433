package org.meetwright.core.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Ids;
import org.meetwright.core.database.Transaction;

/// The queue of messages that bookings set in motion. A message is put in by the transaction that
/// causes it, so that it is there exactly when the cause is.
public final class Outbox {
  private static final int LONGEST_ERROR = 1000;

  private final Database database;
  private final InstantSource clock;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  /// Creates the outbox.
  public Outbox(Database database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  /// What is to be delivered.
  ///
  /// @param dedupeKey unique in the outbox, at most 200 characters
  /// @param subjectId the booking that it tells of; null if it tells of none
  /// @param dueAt when it is to be delivered
  public record NewMessage(
      String kind, String dedupeKey, @Nullable UUID subjectId, String payload, Instant dueAt) {}

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

  private static Message pending(NewMessage added, Instant now) {
    return new Message(
        Ids.next(),
        added.kind(),
        added.dedupeKey(),
        added.subjectId(),
        added.payload(),
        "pending",
        added.dueAt(),
        0,
        null,
        null,
        now);
  }

  /// Has something run whenever this program has put messages in.
  void onPut(Runnable listener) {
    listeners.add(listener);
  }

  /// Takes due messages for a while: no other worker gets them until the lease ends.
  List<Message> claim(int limit, Duration lease) {
    return database.inTransaction(
        tx -> {
          OutboxMapper mapper = tx.mapper(OutboxMapper.class);
          Instant now = now();
          Instant until = now.plus(lease);
          return mapper.lockDue(now, limit).stream()
              .map(
                  message -> {
                    mapper.lease(message.id(), until);
                    return leased(message, until);
                  })
              .toList();
        });
  }

  private static Message leased(Message message, Instant until) {
    return new Message(
        message.id(),
        message.kind(),
        message.dedupeKey(),
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

  void markFailed(Message message, Duration wait, String error) {
    settle(message, "pending", now().plus(wait), error);
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
        tx -> tx.mapper(OutboxMapper.class).settle(message.id(), lease, state, dueAt, cut));
  }

  /// Returns when the next message is due; empty if there is none.
  Optional<Instant> nextDue() {
    return database.read(tx -> Optional.ofNullable(tx.mapper(OutboxMapper.class).nextDue()));
  }

  /// Returns how many messages are in a state: pending, done or parked.
  public long count(String state) {
    return database.read(tx -> tx.mapper(OutboxMapper.class).count(state));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
