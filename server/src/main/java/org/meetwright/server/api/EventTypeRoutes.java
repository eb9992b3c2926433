package org.meetwright.server.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.database.Ids;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.host.Host;

/// A host's event types.
final class EventTypeRoutes implements HttpService {
  private final Core core;
  private final Authentication authentication;
  private final Assignments assignments;

  EventTypeRoutes(Core core, Authentication authentication) {
    this.core = core;
    this.authentication = authentication;
    this.assignments = new Assignments(core.teams());
  }

  /// A list of event types.
  record EventTypeList(List<ApiEventType> eventTypes) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/", this::list)
        .post("/", this::add)
        .get("/{id}", this::show)
        .put("/{id}", this::replace)
        .delete("/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.send(
        response,
        new EventTypeList(core.eventTypes().list(host.id()).stream().map(this::told).toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Instant now = core.clock().instant().truncatedTo(ChronoUnit.MICROS);
    EventType wish = ApiEventType.read(Json.body(request), assignments, Ids.next(), host.id(), now);
    EventType added = core.eventTypes().add(wish);
    Json.created(response, "/api/v1/event-types/" + added.id(), told(added));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Json.send(response, told(find(authentication.host(request), request)));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    EventType old = find(host, request);
    EventType wish =
        ApiEventType.read(Json.body(request), assignments, old.id(), host.id(), old.createdAt());
    Json.send(
        response,
        core.eventTypes().replace(wish).map(this::told).orElseThrow(() -> unknown(old.id())));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = ScheduleRoutes.id(request);
    if (!core.eventTypes().delete(host.id(), id)) {
      throw unknown(id);
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private ApiEventType told(EventType type) {
    return ApiEventType.of(type, assignments);
  }

  private EventType find(Host host, ServerRequest request) {
    UUID id = ScheduleRoutes.id(request);
    return core.eventTypes().find(host.id(), id).orElseThrow(() -> unknown(id));
  }

  private static ProblemException unknown(UUID id) {
    return ProblemException.notFound("event type", id.toString());
  }
}
