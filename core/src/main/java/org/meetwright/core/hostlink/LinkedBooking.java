package org.meetwright.core.hostlink;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.Booking;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;

/// What is behind the token of a link in a host's mail.
public sealed interface LinkedBooking {
  /// The host may answer the booking.
  ///
  /// @param eventType null if it has been deleted since
  /// @param mailActions what the host wants to be asked for first
  record Live(Booking booking, Host host, @Nullable EventType eventType, MailActions mailActions)
      implements LinkedBooking {}

  /// The meeting has ended, and the link with it.
  record Ended(UUID bookingId) implements LinkedBooking {}

  /// The booking is no longer the host's to answer: he has handed it over, left the team or gone,
  /// or has another address than the one that the link was mailed to.
  record Lost() implements LinkedBooking {}

  /// There is no such link.
  record Unknown() implements LinkedBooking {}
}
