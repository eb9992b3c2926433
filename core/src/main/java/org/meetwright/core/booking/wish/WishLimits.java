package org.meetwright.core.booking.wish;

import java.time.Duration;
import java.util.UUID;

/// How often one host or team is booked.
public interface WishLimits {
  /// No limits.
  WishLimits NONE =
      new WishLimits() {
        @Override
        public Duration enter(UUID pageId) {
          return Duration.ZERO;
        }

        @Override
        public void made(UUID pageId) {}
      };

  /// Lets a wish on, before anything is done for it.
  ///
  /// @param pageId the host or team
  /// @return how long to wait; zero if it may go on
  Duration enter(UUID pageId);

  /// Counts a booking that was made.
  void made(UUID pageId);
}
