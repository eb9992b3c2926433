package org.meetwright.core.booking;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Which bookings to list. Null anywhere means any.
///
/// @param from earliest start, inclusive
/// @param until latest start, exclusive
/// @param search words, each of which must be found somewhere: in the invitee's name or e-mail
///   address, his guests, his notes, or the name of the event type; case and accents don't matter
public record BookingFilter(
    @Nullable UUID hostId,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable BookingStatus status,
    @Nullable UUID eventTypeId,
    @Nullable String search) {

  /// How long a search may be, in characters.
  public static final int LONGEST_SEARCH = 100;

  /// Returns the filter that all bookings of a host pass.
  public static BookingFilter ofHost(@Nullable UUID hostId) {
    return new BookingFilter(hostId, null, null, null, null, null);
  }
}
