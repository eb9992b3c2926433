package org.meetwright.cli.stress.client;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request to book. Its e-mail address is no other request's, so that its booking is known by it.
///
/// @param key the Idempotency-Key; null for none
record Wish(
    Stage.Offering offering,
    Instant start,
    String email,
    List<String> guests,
    String notes,
    @Nullable String key) {

  Map<String, String> headers() {
    return key == null ? Map.of() : Map.of("Idempotency-Key", key);
  }

  String body() {
    return """
    {"host": "%s", "eventType": "%s", "start": "%s", "notes": "%s", "guests": %s,
     "invitee": {"name": "Guest", "email": "%s", "timeZone": "Europe/Lisbon"}}
    """
        .formatted(
            offering.host(),
            offering.slug(),
            start,
            notes,
            guests.stream().map(guest -> '"' + guest + '"').toList(),
            email);
  }

  Wish withNotes(String other) {
    return new Wish(offering, start, email, guests, other, key);
  }
}
