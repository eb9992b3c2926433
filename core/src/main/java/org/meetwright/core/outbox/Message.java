package org.meetwright.core.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A message in the outbox.
///
/// Wide: it has a component for each column that is read.
///
/// @param kind the name of its [OutboxKind]
/// @param dedupeKey the same at every attempt, and another message's never
/// @param lane the receiver, where the kind has many; empty otherwise
/// @param subjectId the booking that it is about; null if none
/// @param payload what it carries, as JSON; [OutboxKind#read] reads it
/// @param state pending, done, parked or withheld (by a limit)
/// @param dueAt when it is to be delivered next
/// @param attempts how often it has been tried, the present attempt included
/// @param leaseUntil until when a worker has it; null if none does
/// @param lastError why the last attempt failed
public record Message(
    UUID id,
    String kind,
    String dedupeKey,
    String lane,
    @Nullable UUID subjectId,
    String payload,
    String state,
    Instant dueAt,
    int attempts,
    @Nullable Instant leaseUntil,
    @Nullable String lastError,
    Instant createdAt) {}
