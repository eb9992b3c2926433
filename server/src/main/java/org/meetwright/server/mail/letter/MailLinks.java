package org.meetwright.server.mail.letter;

import java.net.URI;
import java.util.UUID;
import java.util.function.Supplier;
import org.meetwright.core.access.signed.ManageLinks;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.booking.wish.Confirmations;
import org.meetwright.core.hostlink.HostLinks;

/// The addresses that mails about bookings lead to.
///
/// @param publicUrl the address under which people reach the server, without a slash at the end
public record MailLinks(
    ManageLinks manageLinks,
    HostLinks hostLinks,
    Confirmations confirmations,
    Supplier<URI> publicUrl) {

  /// Returns where an invitee manages a booking.
  URI manage(Booking booking) {
    return manageLinks.link(publicUrl.get(), booking.id());
  }

  /// Returns where an invitee confirms the address, so that the guests are invited.
  URI guests(Booking booking) {
    return page("c/" + confirmations.guestToken(booking.id()));
  }

  /// Returns where a host answers a booking.
  URI host(Booking booking, UUID hostId) {
    return page("h/" + hostLinks.token(booking.id(), hostId));
  }

  /// Returns where a host finds a booking when he is signed in.
  URI account(Booking booking) {
    return page("account/bookings/" + booking.id());
  }

  /// Returns a page of the server.
  ///
  /// @param path without a slash at its beginning
  URI page(String path) {
    return URI.create(publicUrl.get() + "/" + path);
  }
}
