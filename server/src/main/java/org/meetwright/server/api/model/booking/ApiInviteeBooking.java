package org.meetwright.server.api.model.booking;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A booking, as the API shows it to its invitee.
///
/// @param terms on what terms he can still cancel or move it
public record ApiInviteeBooking(@JsonUnwrapped ApiBooking booking, @JsonUnwrapped Terms terms) {
  /// The terms on which an invitee can still change the booking.
  ///
  /// @param cancellableUntil until when he can cancel it, exclusive; null if he can't any more
  /// @param reschedulableUntil until when he can move it, exclusive; null if he can't any more
  /// @param cancellationReasonRequired whether he has to say why he cancels it
  /// @param rescheduleReasonRequired whether he has to say why he moves it
  public record Terms(
      @Nullable Instant cancellableUntil,
      @Nullable Instant reschedulableUntil,
      boolean cancellationReasonRequired,
      boolean rescheduleReasonRequired) {}
}
