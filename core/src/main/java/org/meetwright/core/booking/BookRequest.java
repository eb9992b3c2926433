package org.meetwright.core.booking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;
import tools.jackson.databind.JsonNode;

/// A wish to book.
///
/// @param guests others who are to be invited, at most 20, without the invitee
/// @param answers to the event type's questions, by question id
/// @param notes several lines, at most 5000 characters
/// @param idempotencyKey makes a repetition harmless, at most 200 characters; null if none was
///   given
public record BookRequest(
    UUID eventTypeId,
    Instant start,
    Invitee invitee,
    List<EmailAddress> guests,
    Map<UUID, JsonNode> answers,
    String notes,
    @Nullable String idempotencyKey) {
  private static final int MOST_GUESTS = 20;

  /// Creates the request.
  ///
  /// @throws InvalidValueException naming the first field that is not valid
  public BookRequest {
    guests = guests.stream().distinct().filter(guest -> !guest.equals(invitee.email())).toList();
    Text.number("guests", guests.size(), 0, MOST_GUESTS);
    answers = Map.copyOf(answers);
    notes = Text.lines("notes", notes, 5000);
    if (idempotencyKey != null) {
      idempotencyKey = Text.line("Idempotency-Key", idempotencyKey, 200);
    }
  }

  /// Returns a hash (SHA-256, hexadecimal) that is the same for requests with the same content. The
  /// key and the case of e-mail addresses are no part of it.
  String contentHash() {
    List<String> parts =
        List.of(
            eventTypeId.toString(),
            start.toString(),
            invitee.name(),
            invitee.email().key(),
            invitee.timeZone().getId(),
            guests.stream().map(EmailAddress::key).toList().toString(),
            new TreeMap<>(answers).toString(),
            notes);
    StringBuilder content = new StringBuilder();
    parts.forEach(part -> content.append(part.length()).append(':').append(part));
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(digest.digest(content.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException everyPlatformHasIt) {
      throw new IllegalStateException(everyPlatformHasIt);
    }
  }
}
