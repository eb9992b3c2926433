package org.meetwright.cli.stress.check;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/// What clients asked and were told, kept on their side.
public final class Ledger {
  private final Queue<Acknowledgement> acknowledgements = new ConcurrentLinkedQueue<>();
  private final Queue<Unanswered> unanswered = new ConcurrentLinkedQueue<>();
  private final Queue<String> contradictions = new ConcurrentLinkedQueue<>();
  private final Map<String, Set<UUID>> bookingsByKey = new ConcurrentHashMap<>();

  /// A booking as an answer of success told it.
  public record Acknowledgement(
      UUID bookingId, int version, String status, Instant start, String email) {}

  /// A request that may or may not have been carried out: nobody was told.
  ///
  /// @param action the history's word; `booked` for a request to book
  /// @param subject the booking's id; the invitee's e-mail address for a request to book
  /// @param start where the booking was to be moved; null for every other action
  public record Unanswered(String action, String subject, @Nullable Instant start) {}

  /// Notes an answer of success.
  public void acknowledged(Acknowledgement acknowledgement) {
    acknowledgements.add(acknowledgement);
  }

  /// Notes which booking an idempotency key was answered with.
  public void acknowledged(String idempotencyKey, UUID bookingId) {
    bookingsByKey
        .computeIfAbsent(idempotencyKey, key -> ConcurrentHashMap.newKeySet())
        .add(bookingId);
  }

  /// Notes a request whose answer was lost.
  public void unanswered(Unanswered request) {
    unanswered.add(request);
  }

  /// Notes an answer that should never have been given.
  public void contradicted(String what) {
    contradictions.add(what);
  }

  Collection<Acknowledgement> acknowledgements() {
    return acknowledgements;
  }

  Collection<Unanswered> unanswered() {
    return unanswered;
  }

  Collection<String> contradictions() {
    return contradictions;
  }

  Map<String, Set<UUID>> bookingsByKey() {
    return bookingsByKey;
  }
}
