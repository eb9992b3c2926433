package org.meetwright.core.booking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.rule.ChangePolicy;
import org.meetwright.core.eventtype.rule.Policies;

/// The terms on which an invitee can still change the booking.
///
/// @param cancellableUntil until when he can cancel it, exclusive; null if he can't any more
/// @param reschedulableUntil until when he can move it, exclusive; null if he can't any more
/// @param cancellationReasonRequired whether he has to say why he cancels it
/// @param rescheduleReasonRequired whether he has to say why he moves it
public record InviteeTerms(
    @Nullable Instant cancellableUntil,
    @Nullable Instant reschedulableUntil,
    boolean cancellationReasonRequired,
    boolean rescheduleReasonRequired) {

  /// Returns the terms of a booking.
  ///
  /// @param eventType null if it has been deleted since: then nothing restrains cancelling, and
  ///   there is nothing to move to
  public static InviteeTerms of(Booking booking, @Nullable EventType eventType, Instant now) {
    Policies policies = eventType == null ? Policies.FREE : eventType.policies();
    boolean offered = eventType != null && eventType.active();
    return new InviteeTerms(
        until(policies.cancellation(), booking, now),
        offered ? until(policies.reschedule(), booking, now) : null,
        policies.cancellation().reasonRequired(),
        policies.reschedule().reasonRequired());
  }

  private static @Nullable Instant until(ChangePolicy policy, Booking booking, Instant now) {
    Instant until = policy.until(booking.start(), booking.end());
    return booking.status().holdsTime() && now.isBefore(until) ? until : null;
  }
}
