package org.meetwright.server.api.explain;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import org.meetwright.core.availability.Availability;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.eventtype.EventTypes;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.eventtype.OwnEventTypes;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.exchange.Query;

/// Why a start of a host's event type can or cannot be booked.
public final class ExplainRoutes implements HttpService {
  private final Availability availability;
  private final Authentication authentication;
  private final OwnEventTypes eventTypes;

  /// Creates the routes.
  public ExplainRoutes(
      EventTypes eventTypes, Availability availability, Authentication authentication) {
    this.availability = availability;
    this.authentication = authentication;
    this.eventTypes = new OwnEventTypes(eventTypes);
  }

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::explain);
  }

  private void explain(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Query query = new Query(request);
    String name = query.text("eventType");
    Instant start = query.instant("start");
    EventType type =
        eventTypes
            .find(host, name)
            .orElseThrow(() -> ProblemException.notFound("event type", name));
    int minutes = type.timing().offered("duration", query.number("duration"));
    Json.send(
        response,
        ExplanationTranslation.toApi(
            availability.reasonsAgainst(type.lasting(minutes), start), host));
  }
}
