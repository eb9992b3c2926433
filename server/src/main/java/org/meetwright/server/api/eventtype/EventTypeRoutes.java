package org.meetwright.server.api.eventtype;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Ids;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// A host's event types.
public final class EventTypeRoutes extends OwnRoutes<ApiEventType> {
  private final EventTypes eventTypes;
  private final Assignments assignments;

  /// Creates the routes.
  public EventTypeRoutes(Teams teams, EventTypes eventTypes, Authentication authentication) {
    super(authentication, new Kind<>("event type", "event-types", ApiEventType.Listing::new));
    this.eventTypes = eventTypes;
    this.assignments = new Assignments(teams);
  }

  @Override
  protected List<ApiEventType> list(Host host, Query query) {
    return eventTypes.list(host.id()).stream().map(this::told).toList();
  }

  @Override
  protected Optional<ApiEventType> find(Host host, UUID id) {
    return eventTypes.find(host.id(), id).map(this::told);
  }

  @Override
  protected ApiEventType add(Host host, Fields body) {
    EventType wish = EventTypeTranslation.read(body, assignments, Ids.next(), host.id());
    return told(eventTypes.add(wish));
  }

  @Override
  protected Optional<ApiEventType> replace(Host host, UUID id, Fields body) {
    return eventTypes
        .find(host.id(), id)
        .map(old -> EventTypeTranslation.read(body, assignments, old))
        .flatMap(eventTypes::replace)
        .map(this::told);
  }

  @Override
  protected boolean delete(Host host, UUID id) {
    return eventTypes.delete(host.id(), id);
  }

  private ApiEventType told(EventType type) {
    return EventTypeTranslation.toApi(type, assignments);
  }
}
