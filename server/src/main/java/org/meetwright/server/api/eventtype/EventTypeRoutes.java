package org.meetwright.server.api.eventtype;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// A host's event types.
public final class EventTypeRoutes extends OwnRoutes<ApiEventType> {
  private final Core core;
  private final Assignments assignments;

  /// Creates the routes.
  public EventTypeRoutes(Core core, Authentication authentication) {
    super(authentication, new Kind<>("event type", "event-types", ApiEventType.Several::new));
    this.core = core;
    this.assignments = new Assignments(core.teams());
  }

  @Override
  protected List<ApiEventType> list(Host host, Query query) {
    return core.eventTypes().list(host.id()).stream().map(this::told).toList();
  }

  @Override
  protected Optional<ApiEventType> find(Host host, UUID id) {
    return core.eventTypes().find(host.id(), id).map(this::told);
  }

  @Override
  protected ApiEventType add(Host host, Fields body) {
    EventType wish = EventTypeTranslation.read(body, assignments, Ids.next(), host.id());
    return told(core.eventTypes().add(wish));
  }

  @Override
  protected Optional<ApiEventType> replace(Host host, UUID id, Fields body) {
    return core.eventTypes()
        .find(host.id(), id)
        .map(old -> EventTypeTranslation.read(body, assignments, id, host.id()))
        .flatMap(core.eventTypes()::replace)
        .map(this::told);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return core.eventTypes().delete(host.id(), id);
  }

  private ApiEventType told(EventType type) {
    return EventTypeTranslation.toApi(type, assignments);
  }
}
