package org.meetwright.server.api.booking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.meetwright.core.booking.desk.BookRequest;
import org.meetwright.core.booking.wish.Confirmation;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.api.booking.ApiBooking.ApiInvitee;
import tools.jackson.databind.JsonNode;

/// A wish to book that waits for its confirmation, as its host gets it in his export.
public record ApiConfirmation(
    UUID id,
    UUID eventTypeId,
    Instant start,
    ApiInvitee invitee,
    List<String> guests,
    Map<UUID, JsonNode> answers,
    String notes,
    Map<String, String> metadata,
    Instant createdAt,
    Instant expiresAt) {

  /// What whoever wants to book is told.
  record Asked(Mail confirmation) {
    Asked(BookRequest wish, Confirmation confirmation) {
      this(new Mail(wish.invitee().email().value(), confirmation.expiresAt()));
    }
  }

  /// A mail with a link.
  ///
  /// @param email who got it
  /// @param expiresAt from when on the link can't be used
  record Mail(String email, Instant expiresAt) {}

  /// Returns how the API tells a wish that waits.
  public static ApiConfirmation of(Confirmation confirmation) {
    BookRequest wish = Objects.requireNonNull(confirmation.wish());
    return new ApiConfirmation(
        confirmation.id(),
        confirmation.eventTypeId(),
        wish.start(),
        ApiInvitee.of(wish.invitee()),
        wish.guests().stream().map(EmailAddress::value).toList(),
        wish.answers(),
        wish.notes(),
        wish.metadata(),
        confirmation.createdAt(),
        confirmation.expiresAt());
  }
}
