package org.meetwright.core.rate;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.eventtype.EventType;

/// One free time that someone is going to book.
///
/// @param known the ids of the host, his event type and his schedule
/// @param now what the clock shows
/// @param number no other wish has it
record Wish(EventType eventType, List<UUID> known, Instant start, Instant now, long number) {
  /// Returns the invitee's address.
  String email() {
    return "invitee" + number + "@example.org";
  }
}
