package org.meetwright.core.access.signed;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/// The manage links of bookings. Someone who has one may do with the booking what its invitee may;
/// it can be written into every mail about the booking.
public final class ManageLinks {
  private final SignedIds tokens;

  /// Creates the links of an installation.
  public ManageLinks(InstallationKey key) {
    this.tokens = SignedIds.ofBookings(key);
  }

  /// Returns a booking's manage link.
  ///
  /// @param publicUrl the address under which invitees reach the server, without a slash at the end
  public URI link(URI publicUrl, UUID bookingId) {
    return URI.create(publicUrl + "/b/" + token(bookingId));
  }

  /// Returns the token of a booking's manage link.
  public String token(UUID bookingId) {
    return tokens.token(bookingId);
  }

  /// Returns the booking that a token stands for; empty if the token is not one of ours.
  public Optional<UUID> bookingId(String token) {
    return tokens.id(token);
  }
}
