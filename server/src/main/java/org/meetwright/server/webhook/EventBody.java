package org.meetwright.server.webhook;

import java.time.Instant;
import java.util.UUID;
import org.meetwright.core.webhook.WebhookEvent;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The body of an event for webhooks.
///
/// @param type the word of a [WebhookEvent]
/// @param timestamp when it happened
/// @param data the booking, or whatever else it tells of
record EventBody(UUID id, String type, Instant timestamp, Object data) {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .build();

  /// Returns the body of an event as JSON.
  static String json(UUID id, WebhookEvent event, Instant at, Object data) {
    return JSON.writeValueAsString(new EventBody(id, event.word(), at, data));
  }
}
