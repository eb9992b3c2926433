package org.meetwright.server.api.eventtype;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypeList;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.Ids;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.OwnRoutes;
import org.meetwright.server.api.exchange.Query;
import org.meetwright.server.api.model.eventtype.ApiEventType;
import org.meetwright.server.api.model.eventtype.EventTypeOrder;

/// A host's event types.
public final class EventTypeRoutes extends OwnRoutes<ApiEventType> {
  private final EventTypes eventTypes;
  private final EventTypeList list;
  private final Assignments assignments;

  /// Creates the routes.
  public EventTypeRoutes(
      Teams teams, EventTypes eventTypes, EventTypeList list, Authentication authentication) {
    super(authentication, new Naming<>("event type", "event-types", ApiEventType.Listing::new));
    this.eventTypes = eventTypes;
    this.list = list;
    this.assignments = new Assignments(teams);
  }

  @Override
  public void routing(HttpRules rules) {
    super.routing(rules);
    rules.patch("/", this::order);
  }

  private void order(ServerRequest request, ServerResponse response) {
    Host host = host(request);
    Fields body = Json.listBody(request).only(EventTypeOrder.class);
    if (!body.has("order")) {
      throw new InvalidValueException("order", "must be given");
    }
    list.order(host.id(), body.texts("order", text -> Fields.id("order", text)));
    Json.send(response, new ApiEventType.Listing(list(host, new Query(request))));
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
