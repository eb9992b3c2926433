package org.meetwright.core.problem;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/// Something that does not work.
///
/// @param since when it began
/// @param subjectId the webhook or the booking that it is about
/// @param detail the webhook's address, or whom the message is for
public record Problem(Code code, Instant since, UUID subjectId, String detail) {
  /// What does not work.
  public enum Code {
    /// A webhook was switched off since it had failed for long.
    WEBHOOK_OFF,
    /// Every attempt to reach a webhook fails.
    WEBHOOK_FAILING,
    /// A message about a booking was given up after its last attempt.
    MESSAGE_GIVEN_UP,
    /// A message about a booking has failed several times, and is tried again.
    MESSAGE_DELAYED,
    /// A mail about a booking was refused for good.
    MAIL_REFUSED;

    /// Returns the word that stands for it outside the program.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// Returns whether it is about a webhook; otherwise it is about a booking.
    public boolean isOfWebhook() {
      return this == WEBHOOK_OFF || this == WEBHOOK_FAILING;
    }
  }
}
