package org.meetwright.core.challenge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.BookRequest;

/// What a solved challenge is used for.
///
/// @param repeat the same for a request that does nothing a second time, and for no other; null if
///   the request cannot be told from another one
public record Purpose(@Nullable String repeat) {
  /// Booking a wish; to be told from others if it has an idempotency key.
  public static Purpose of(BookRequest wish) {
    String key = wish.idempotencyKey();
    return new Purpose(key == null ? null : wish.contentHash() + " " + key);
  }

  /// Moving a booking, as it is now, to another start.
  public static Purpose move(Booking booking, Instant start) {
    return new Purpose("move " + booking.id() + " " + booking.version() + " " + start);
  }
}
