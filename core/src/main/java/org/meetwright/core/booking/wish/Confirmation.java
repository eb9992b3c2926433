package org.meetwright.core.booking.wish;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.desk.BookRequest;

/// A request to book, whose invitee was asked by mail to confirm the e-mail address. It holds no
/// time.
///
/// @param wish null once it is booked or has expired
/// @param bookingId the resulting booking; null if it is not booked
/// @param expiresAt from when on it can't be booked, inclusive
public record Confirmation(
    UUID id,
    UUID eventTypeId,
    @Nullable BookRequest wish,
    @Nullable UUID bookingId,
    Instant createdAt,
    Instant expiresAt) {

  /// Returns the wish, if it can still be confirmed; null otherwise.
  public @Nullable BookRequest wishAt(Instant now) {
    return now.isBefore(expiresAt) ? wish : null;
  }
}
