package org.meetwright.core.booking.wish;

import java.time.Duration;
import java.util.List;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.desk.BookOutcome;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.challenge.Verdict;
import org.meetwright.core.slot.Reason;

/// The outcome of an invitee's request to book. Unless it was booked or waits for its confirmation,
/// nothing was changed.
public sealed interface WishOutcome {
  /// The booking is made and on disk.
  record Booked(Booking booking) implements WishOutcome, ConfirmOutcome {}

  /// The same was booked before.
  ///
  /// @param booking the booking that was made then, as it is now
  record Repeated(Booking booking) implements WishOutcome, ConfirmOutcome {}

  /// The invitee was asked by mail whether the address is his, now or at an earlier request for the
  /// same. No time is held.
  record ToBeConfirmed(BookRequest wish, Confirmation confirmation) implements WishOutcome {}

  /// Someone has the time: someone else, or the same invitee, which only he is told, by mail.
  record SlotTaken() implements WishOutcome, ConfirmOutcome {}

  /// The time cannot be booked.
  ///
  /// @param reasons all that apply, at least one
  record NotOffered(List<Reason> reasons) implements WishOutcome, ConfirmOutcome {}

  /// The booking link has been used up or has expired, or belongs to something else.
  record NotAdmitted() implements WishOutcome, ConfirmOutcome {}

  /// The event type has just been deleted.
  record UnknownEventType() implements WishOutcome {}

  /// Another wish was booked under the idempotency key.
  record KeyReused() implements WishOutcome {}

  /// Another wish waits for its confirmation under the idempotency key.
  ///
  /// @param wish the one that came now
  record KeyPending(BookRequest wish) implements WishOutcome {}

  /// The invitee's address was sent too many mails that ask for a confirmation.
  ///
  /// @param retryAfter how long until it can be sent another one
  record TooManyMails(Duration retryAfter) implements WishOutcome {}

  /// The host or team is booked too often.
  ///
  /// @param retryAfter how long until it can be booked again
  record Limited(Duration retryAfter) implements WishOutcome, ConfirmOutcome {}

  /// The form was not made here, or not filled in by someone.
  record Unproven() implements WishOutcome {}

  /// The form does not tell what is to be booked.
  record Unreadable() implements WishOutcome {}

  /// A challenge has to be solved first.
  ///
  /// @param verdict what is wrong with the solution
  record Unsolved(Verdict verdict) implements WishOutcome {}

  /// Returns what an answer of the booking desk is to the invitee.
  static WishOutcome of(BookOutcome outcome) {
    return switch (outcome) {
      case BookOutcome.Booked(var booking) -> new Booked(booking);
      case BookOutcome.Repeated(var booking) -> new Repeated(booking);
      case BookOutcome.SlotTaken() -> new SlotTaken();
      case BookOutcome.NotOffered(var reasons) -> new NotOffered(reasons);
      case BookOutcome.KeyReused() -> new KeyReused();
      case BookOutcome.LinkNotValid() -> new NotAdmitted();
      case BookOutcome.UnknownEventType() -> new UnknownEventType();
    };
  }
}
