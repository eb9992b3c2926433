package org.meetwright.core.sms;

import java.util.UUID;
import org.meetwright.core.value.PhoneNumber;
import tools.jackson.databind.json.JsonMapper;

/// An SMS that reminds an invitee of a meeting, as it is kept in the outbox.
///
/// @param sequence the SEQUENCE of the calendar event when it was put in: another one now means
///   that the meeting was moved or ended since
/// @param to the number as it was when the meeting was booked
public record SmsReminder(UUID bookingId, int sequence, PhoneNumber to) {
  /// The outbox's kind of these messages.
  public static final String KIND = "sms";

  private static final JsonMapper JSON = JsonMapper.shared();

  /// Reads a reminder from an outbox payload.
  public static SmsReminder parse(String payload) {
    return JSON.readValue(payload, SmsReminder.class);
  }

  /// Returns the reminder as an outbox payload.
  public String payload() {
    return JSON.writeValueAsString(this);
  }
}
