package org.meetwright.server.api.model.colleague;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.booking.ApiBooking;
import org.meetwright.server.api.model.booking.ApiInvitee;
import org.meetwright.server.api.model.host.ApiHostName;

/// A booking of a team, as the team's hosts see it.
///
/// @param invitee null if the reader neither meets him nor owns the team
public record ApiTeamBooking(
    UUID id,
    String status,
    Instant start,
    Instant end,
    ApiBooking.EventTypeName eventType,
    List<ApiHostName> hosts,
    @Nullable ApiInvitee invitee) {
  /// A page of them, by start.
  ///
  /// @param nextCursor where the next page begins; null if this is the last one
  public record Listing(List<ApiTeamBooking> bookings, @Nullable String nextCursor) {}
}
