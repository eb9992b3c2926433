package org.meetwright.core.booking.desk;

import java.util.List;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.slot.Reason;

/// The outcome of a request to book.
public sealed interface BookOutcome {
  /// Returns the word that stands for it in metrics.
  default String word() {
    return switch (this) {
      case Booked booked -> "booked";
      case Repeated repeated -> "repeated";
      case SlotTaken taken -> "slot_taken";
      case NotOffered notOffered -> "not_offered";
      case KeyReused reused -> "key_reused";
      case LinkNotValid notValid -> "link_not_valid";
      case UnknownEventType unknown -> "unknown_event_type";
    };
  }

  /// The booking is made and on disk.
  record Booked(Booking booking) implements BookOutcome {}

  /// The same was asked before under the same idempotency key; nothing was changed.
  ///
  /// @param booking the booking that was made then, as it is now
  record Repeated(Booking booking) implements BookOutcome {}

  /// Someone has the time: someone else, or the same invitee, which only he is told, by mail.
  record SlotTaken() implements BookOutcome {}

  /// The time is not offered.
  ///
  /// @param reasons all that apply, at least one
  record NotOffered(List<Reason> reasons) implements BookOutcome {}

  /// The idempotency key was used with other content.
  record KeyReused() implements BookOutcome {}

  /// The booking link has been used up or has expired, is no link of this event type, or is missing
  /// where one is required.
  record LinkNotValid() implements BookOutcome {}

  /// There is no such event type.
  record UnknownEventType() implements BookOutcome {}
}
