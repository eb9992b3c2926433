package org.meetwright.core.booking.wish;

import java.time.Duration;
import org.meetwright.core.booking.desk.BookOutcome;

/// What became of an invitee's wish to book.
public sealed interface AskOutcome {
  /// It was answered at once: no confirmation is needed, or it can't be booked.
  record Answered(BookOutcome outcome) implements AskOutcome {}

  /// He was asked by mail, now or when he wished the same before. Nothing is booked or held.
  record Asked(Confirmation confirmation) implements AskOutcome {}

  /// The idempotency key came with another wish that still waits; nothing was changed.
  record KeyReused() implements AskOutcome {}

  /// His address was sent too many such mails; nothing was changed.
  ///
  /// @param retryAfter how long until it can be sent another one
  record TooManyMails(Duration retryAfter) implements AskOutcome {}
}
