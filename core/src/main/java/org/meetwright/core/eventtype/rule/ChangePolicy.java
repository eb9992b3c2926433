package org.meetwright.core.eventtype.rule;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// The rules for invitees who cancel or move a booking. They do not apply to hosts.
///
/// @param noticeMinutes how long before the start he still may, 0 to 525600; null until the meeting
///   has ended
/// @param reasonRequired whether he has to say why
public record ChangePolicy(@Nullable Integer noticeMinutes, boolean reasonRequired) {
  /// Until the meeting has ended, without a reason.
  public static final ChangePolicy FREE = new ChangePolicy(null, false);

  /// Creates the policy.
  ///
  /// @throws InvalidValueException (field `noticeMinutes`) if the notice is not valid
  public ChangePolicy {
    if (noticeMinutes != null) {
      Text.number("noticeMinutes", noticeMinutes, 0, Bounds.MINUTES_OF_A_YEAR);
    }
  }

  /// Returns until when, exclusive, an invitee may change a meeting.
  public Instant until(Instant start, Instant end) {
    return noticeMinutes == null ? end : start.minus(Duration.ofMinutes(noticeMinutes));
  }
}
