package org.meetwright.core.bookinglink;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.Text;

/// A link that lets anyone who has it book an event type.
///
/// @param maxUses how many bookings can be made with it, 1 to 1000
/// @param uses how many have been made
/// @param expiresAt from when on it can't be used, inclusive; null if never
public record BookingLink(
    UUID id,
    UUID eventTypeId,
    int maxUses,
    int uses,
    @Nullable Instant expiresAt,
    Instant createdAt) {
  /// Creates the link.
  ///
  /// @throws org.meetwright.core.value.InvalidValueException (field `maxUses`) if that is not valid
  public BookingLink {
    Text.number("maxUses", maxUses, 1, 1000);
  }

  /// Returns whether a booking can be made with it at an instant.
  public boolean isOpen(Instant now) {
    return uses < maxUses && (expiresAt == null || now.isBefore(expiresAt));
  }
}
