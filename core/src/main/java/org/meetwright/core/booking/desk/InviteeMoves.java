package org.meetwright.core.booking.desk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.BookingMapper;
import org.meetwright.core.booking.change.Change;
import org.meetwright.core.database.Transaction;

/// Limits how often invitees move a booking: each move notifies everyone, including strangers.
public final class InviteeMoves {
  /// How often a booking is moved by its invitee within 24 hours.
  public static final int MOST_A_DAY = 5;

  private static final Duration DAY = Duration.ofDays(1);

  private InviteeMoves() {}

  /// Returns why a booking, whose hosts are locked, is not moved now; null if it may be.
  static @Nullable ChangeOutcome refusal(
      Transaction tx, Booking booking, Change change, Instant now) {
    if (change.actor() != Actor.INVITEE) {
      return null;
    }
    Instant first =
        tx.mapper(BookingMapper.class).moveByInvitee(booking.id(), now.minus(DAY), MOST_A_DAY - 1);
    if (first == null) {
      return null;
    }
    Instant again = first.plus(DAY);
    Duration wait = Duration.between(now, again).plusMillis(999);
    return new ChangeOutcome.TooManyMoves(again, Duration.ofSeconds(wait.toSeconds()));
  }
}
