package org.meetwright.cli.workplace;

import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.EventTypeAddress;

/// Where the commands of hosts work: the database, on which an admin may do everything for
/// everyone, or a server, on which a host does what is his. They speak the records of the HTTP API.
///
/// What is refused ends in an exception that [org.meetwright.cli.program.Failure] or the API's
/// client has, whose message says the next step.
public interface Workplace extends AutoCloseable {
  /// Returns what everybody may ask and do: slots and booking.
  PublicBooking publicBooking();

  /// Returns the bookings.
  Meetings meetings();

  /// Returns what a host has set up.
  ///
  /// @param handle null for oneself, or for the only host
  Desk desk(@Nullable String handle);

  /// Returns what the host has set up whose event type has this address, which may be a team's.
  ///
  /// @param address without a handle for oneself, or for the only host
  Desk deskOf(EventTypeAddress address);

  /// Returns an address with a handle: one's own, or that of the only host, if it has none.
  EventTypeAddress whole(EventTypeAddress address);

  @Override
  void close();
}
