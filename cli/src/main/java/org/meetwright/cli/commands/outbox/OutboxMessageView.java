package org.meetwright.cli.commands.outbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.Message;

/// A message as the commands show it: without its payload, which may contain personal data.
///
/// Wide: it is printed as JSON in this shape.
///
/// @param bookingId the booking that it is about; null if none
record OutboxMessageView(
    UUID id,
    String kind,
    String state,
    Instant dueAt,
    int attempts,
    String dedupeKey,
    @Nullable UUID bookingId,
    @Nullable String lastError,
    Instant createdAt) {

  /// Several, as JSON.
  record Listing(List<OutboxMessageView> messages) {}

  static OutboxMessageView of(Message message) {
    return new OutboxMessageView(
        message.id(),
        message.kind(),
        message.state(),
        message.dueAt(),
        message.attempts(),
        message.dedupeKey(),
        message.subjectId(),
        message.lastError(),
        message.createdAt());
  }

  List<String> row() {
    return List.of(
        id.toString(),
        kind,
        state,
        dueAt.toString(),
        attempts + (attempts == 1 ? " attempt" : " attempts"),
        dedupeKey);
  }
}
