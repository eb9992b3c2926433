package org.meetwright.server.limit;

import java.time.Duration;
import java.time.InstantSource;
import java.util.UUID;
import org.meetwright.core.booking.wish.WishLimits;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;

/// Limits how often one host or team is booked. What was made is counted, on all nodes together:
/// requests that are refused use nothing up, or a stranger could shut a host's door with them. How
/// many are looked at a second is limited apart.
public final class BookingLimits implements WishLimits {
  /// Bookings made with one host or team, by anyone.
  static final RateLimit MADE = new RateLimit(200, Duration.ofSeconds(1));

  /// Wishes to book one host or team, on one node.
  static final RateLimit TRIES = new RateLimit(200, Duration.ofMillis(20));

  private final RateLimits made;
  private final NodeBuckets tries;

  /// Creates the limits.
  ///
  /// @param made counts for all nodes together
  public BookingLimits(RateLimits made, InstantSource clock) {
    this.made = made;
    this.tries = new NodeBuckets(TRIES, clock);
  }

  @Override
  public Duration enter(UUID pageId) {
    Duration wait = tries.tryTake(pageId.toString());
    return wait.isZero() ? made.look(whose(pageId), MADE) : wait;
  }

  @Override
  public void made(UUID pageId) {
    made.take(whose(pageId), MADE);
  }

  private static String whose(UUID pageId) {
    return "bookings with " + pageId;
  }
}
