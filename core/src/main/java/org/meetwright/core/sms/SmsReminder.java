package org.meetwright.core.sms;

import java.util.UUID;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.outbox.Patience;
import org.meetwright.core.phone.PhoneNumber;

/// An SMS that reminds an invitee of a meeting, as it is stored in the outbox.
///
/// @param sequence the SEQUENCE of the calendar event when it was put in: another one now means
///   that the meeting was moved or ended since
/// @param to the number as it was when the meeting was booked
public record SmsReminder(UUID bookingId, int sequence, StoredNumber to) {
  /// The outbox's kind of these messages.
  public static final OutboxKind<SmsReminder> KIND =
      new OutboxKind<>("sms", SmsReminder.class, Patience.OUTSIDE);

  /// A telephone number as it is stored.
  ///
  /// @param value with its country code
  public record StoredNumber(String value) {}

  /// Creates a reminder.
  public SmsReminder(UUID bookingId, int sequence, PhoneNumber to) {
    this(bookingId, sequence, new StoredNumber(to.value()));
  }

  /// Returns where it goes.
  public PhoneNumber number() {
    return new PhoneNumber(to.value());
  }
}
