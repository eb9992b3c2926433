package org.meetwright.server.api.model.bookinglink;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.Identified;

/// A booking link, as the API shows it to its host.
///
/// @param maxUses how many bookings can be made with it
/// @param uses how many have been made
/// @param expiresAt from when on it can't be used; null if never
/// @param url where an invitee books with it; told once, when it is made
public record ApiBookingLink(
    UUID id,
    UUID eventTypeId,
    int maxUses,
    int uses,
    @Nullable Instant expiresAt,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String url)
    implements Identified {
  /// Several of them.
  public record Listing(List<ApiBookingLink> bookingLinks) {}
}
