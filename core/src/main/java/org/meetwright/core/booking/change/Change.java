package org.meetwright.core.booking.change;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Actor;
import org.meetwright.core.value.Text;

/// The one who requests a change of a booking, and the terms.
///
/// @param hostId only a booking with this host may be changed; null for any
/// @param version the version that the caller knows; null if he doesn't mind
/// @param reason told to the other side; one line or several, at most 1000 characters, may be empty
public record Change(Actor actor, @Nullable UUID hostId, @Nullable Integer version, String reason) {
  /// How long a reason may be, in characters.
  public static final int LONGEST_REASON = 1000;

  /// Creates the terms.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (field `reason`) if the reason is not
  ///   valid
  public Change {
    reason = Text.lines("reason", reason, LONGEST_REASON);
  }

  /// A change by the invitee, who holds the manage link.
  public static Change byInvitee(String reason) {
    return new Change(Actor.INVITEE, null, null, reason);
  }
}
