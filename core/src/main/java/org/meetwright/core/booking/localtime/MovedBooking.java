package org.meetwright.core.booking.localtime;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.booking.change.ToldTime;

/// A booking to come whose local time is another for someone than was told.
///
/// @param invitee what the invitee was told
/// @param hosts by handle
public record MovedBooking(
    UUID id,
    String eventTypeName,
    Instant start,
    String inviteeName,
    ToldTime invitee,
    List<HostTold> hosts) {
  /// Creates it.
  public MovedBooking {
    hosts = List.copyOf(hosts);
  }

  /// What a host was told.
  public record HostTold(UUID id, String handle, ToldTime time) {}

  boolean isMoved() {
    return invitee.isMoved(start) || hosts.stream().anyMatch(host -> host.time().isMoved(start));
  }
}
