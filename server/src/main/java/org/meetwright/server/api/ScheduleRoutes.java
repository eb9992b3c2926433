package org.meetwright.server.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.database.Ids;
import org.meetwright.core.host.Host;
import org.meetwright.core.schedule.Schedule;
import org.meetwright.core.schedule.Schedules.Deletion;
import org.meetwright.server.api.ProblemException.Code;

/// A host's schedules.
final class ScheduleRoutes implements HttpService {
  private final Core core;
  private final Authentication authentication;

  ScheduleRoutes(Core core, Authentication authentication) {
    this.core = core;
    this.authentication = authentication;
  }

  /// A list of schedules.
  record ScheduleList(List<ApiSchedule> schedules) {}

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
        new ScheduleList(core.schedules().list(host.id()).stream().map(ApiSchedule::of).toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Schedule schedule = ApiSchedule.read(Json.body(request), Ids.next(), host.id());
    core.schedules().add(schedule);
    Json.created(response, "/api/v1/schedules/" + schedule.id(), ApiSchedule.of(schedule));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = id(request);
    Json.send(
        response,
        core.schedules().find(host.id(), id).map(ApiSchedule::of).orElseThrow(() -> unknown(id)));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = id(request);
    Schedule schedule = ApiSchedule.read(Json.body(request), id, host.id());
    Json.send(
        response,
        core.schedules().replace(schedule).map(ApiSchedule::of).orElseThrow(() -> unknown(id)));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = id(request);
    switch (core.schedules().delete(host.id(), id)) {
      case Deletion.Deleted() -> response.status(Status.NO_CONTENT_204).send();
      case Deletion.NotFound() -> throw unknown(id);
      case Deletion.InUse(var why) -> throw ProblemException.of(Code.IN_USE, why);
    }
  }

  /// Returns the id in the path; what is no id is nothing that could be found.
  static UUID id(ServerRequest request) {
    String text = PublicRoutes.parameter(request, "id");
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException notAnId) {
      throw ProblemException.notFound("object with the id", text);
    }
  }

  private static ProblemException unknown(UUID id) {
    return ProblemException.notFound("schedule", id.toString());
  }
}
