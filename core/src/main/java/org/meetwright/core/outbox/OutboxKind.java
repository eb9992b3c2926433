package org.meetwright.core.outbox;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.outbox.Outbox.NewMessage;
import tools.jackson.databind.json.JsonMapper;

/// A kind of messages: its payload and its retries. The only place where payloads are written and
/// read.
///
/// @param name as the table, the metrics and the command line have it: at most 20 lower-case
///   letters and hyphens
/// @param payload the record that a message carries; stored as JSON, so its shape may only grow
/// @param pausedWith the name of the kind whose pause also holds this one; usually its own name
public record OutboxKind<T extends Record>(
    String name, Class<T> payload, Patience patience, String pausedWith) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,19}");

  /// Creates the kind.
  ///
  /// @throws IllegalArgumentException if a name is not valid
  public OutboxKind {
    if (!NAME.matcher(name).matches() || !NAME.matcher(pausedWith).matches()) {
      throw new IllegalArgumentException(
          "A kind's name must be at most 20 lower-case letters and hyphens, not " + name);
    }
  }

  /// Creates a kind that is paused by itself.
  public OutboxKind(String name, Class<T> payload, Patience patience) {
    this(name, payload, patience, name);
  }

  /// Returns a message to one receiver.
  ///
  /// @param dedupeKey unique in the outbox, at most 200 characters
  /// @param subjectId the booking that it is about; null if none
  /// @param dueAt when it is to be delivered
  public NewMessage message(String dedupeKey, @Nullable UUID subjectId, T payload, Instant dueAt) {
    return message(dedupeKey, "", subjectId, payload, dueAt);
  }

  /// Returns a message to one of many receivers.
  ///
  /// @param dedupeKey unique in the outbox, at most 200 characters
  /// @param lane the receiver, at most 40 characters
  /// @param subjectId the booking that it is about; null if none
  /// @param dueAt when it is to be delivered
  public NewMessage message(
      String dedupeKey, String lane, @Nullable UUID subjectId, T payload, Instant dueAt) {
    return new NewMessage(
        name, dedupeKey, lane, subjectId, JSON.writeValueAsString(payload), dueAt);
  }

  /// Returns what a message of this kind carries.
  ///
  /// @throws IllegalArgumentException if the message is of another kind
  public T read(Message message) {
    if (!message.kind().equals(name)) {
      throw new IllegalArgumentException(
          "Message " + message.id() + " is of the kind " + message.kind() + ", not " + name);
    }
    return JSON.readValue(message.payload(), payload);
  }

  @Override
  public String toString() {
    return name;
  }
}
