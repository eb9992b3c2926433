package org.meetwright.desktop.demo;

import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeRequest;

/// An event type whose bookings wait until the host approves them.
final class Asking {
  private Asking() {}

  static EventTypeRequest of(ApiEventType made) {
    return new EventTypeRequest(
        made.id(),
        made.slug(),
        made.name(),
        made.description(),
        made.durationMinutes(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        "#8250df",
        made.location(),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
