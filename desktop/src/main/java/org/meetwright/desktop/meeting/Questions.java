package org.meetwright.desktop.meeting;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.meetwright.server.api.model.eventtype.ApiQuestion;
import org.meetwright.server.client.ApiClient;

/// The questions of a host's event types.
public final class Questions {
  private Questions() {}

  /// Returns their labels by id.
  public static Map<UUID, String> labels(ApiClient client) {
    return client.eventTypes().listEventTypes().stream()
        .flatMap(type -> type.questions().stream())
        .collect(Collectors.toMap(ApiQuestion::id, ApiQuestion::label, (first, second) -> first));
  }
}
