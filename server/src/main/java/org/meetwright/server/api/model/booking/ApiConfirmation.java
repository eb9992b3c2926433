package org.meetwright.server.api.model.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.model.eventtype.ApiLocation;

/// A request to book that waits for its confirmation, in the host's export.
///
/// Wide: it is as flat as its JSON object.
///
/// @param durationMinutes null for the default length
/// @param location what the invitee chose, with his number or address; null for the first place
public record ApiConfirmation(
    UUID id,
    UUID eventTypeId,
    Instant start,
    ApiInvitee invitee,
    List<String> guests,
    Map<UUID, @Nullable Object> answers,
    String notes,
    Map<String, String> metadata,
    @Nullable Integer durationMinutes,
    @Nullable ApiLocation location,
    Instant createdAt,
    Instant expiresAt) {

  /// The answer to a request to book.
  public record Asked(Mail confirmation) {}

  /// A mail with a link.
  ///
  /// @param email who got it
  /// @param expiresAt from when on the link can't be used
  public record Mail(String email, Instant expiresAt) {}
}
