package org.meetwright.server.api.eventtype;

import java.util.Optional;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;

/// Finds a host's event types by what a query names them.
public final class OwnEventTypes {
  private final EventTypes eventTypes;

  /// Creates it on all event types.
  public OwnEventTypes(EventTypes eventTypes) {
    this.eventTypes = eventTypes;
  }

  /// Returns the host's event type with an id or slug. Of two with one slug, the one under his own
  /// handle comes before one under a team's.
  public Optional<EventType> find(Host host, String name) {
    return eventTypes
        .findBySlug(host.id(), name)
        .or(
            () ->
                eventTypes.list(host.id()).stream()
                    .filter(type -> type.slug().equals(name) || type.id().toString().equals(name))
                    .findFirst());
  }
}
