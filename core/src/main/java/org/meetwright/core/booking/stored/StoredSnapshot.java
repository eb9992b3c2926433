package org.meetwright.core.booking.stored;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.booking.change.BookingSnapshot;
import org.meetwright.core.booking.change.BookingSnapshot.Previous;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A [BookingSnapshot] as it is stored for later notices.
public record StoredSnapshot(
    StoredBooking booking,
    Map<UUID, String> labels,
    @Nullable Before previous,
    @Nullable String reason) {
  /// What was typed as a number comes back to the digit.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /// When a moved meeting was before.
  record Before(Instant start, Instant end) {}

  /// Returns a snapshot as it is stored.
  public static String json(BookingSnapshot snapshot) {
    Previous previous = snapshot.previous();
    return JSON.writeValueAsString(
        new StoredSnapshot(
            StoredBooking.of(snapshot.booking()),
            snapshot.labels(),
            previous == null ? null : new Before(previous.start(), previous.end()),
            snapshot.reason()));
  }

  /// Returns what was stored. Earlier versions stored the booking alone.
  public static BookingSnapshot parse(String json) {
    JsonNode stored = JSON.readTree(json);
    return stored.has("booking")
        ? JSON.treeToValue(stored, StoredSnapshot.class).snapshot()
        : new BookingSnapshot(
            JSON.treeToValue(stored, StoredBooking.class).booking(), Map.of(), null, null);
  }

  private BookingSnapshot snapshot() {
    return new BookingSnapshot(
        booking.booking(),
        labels,
        previous == null ? null : new Previous(previous.start(), previous.end()),
        reason);
  }
}
