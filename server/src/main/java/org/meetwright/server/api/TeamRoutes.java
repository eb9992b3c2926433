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
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams.Deletion;
import org.meetwright.server.api.ProblemException.Code;

/// The teams that a host has made.
final class TeamRoutes implements HttpService {
  private final Core core;
  private final Authentication authentication;

  TeamRoutes(Core core, Authentication authentication) {
    this.core = core;
    this.authentication = authentication;
  }

  /// A list of teams.
  record TeamList(List<ApiTeam> teams) {}

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
        new TeamList(
            core.teams().list(host.id()).stream()
                .filter(team -> team.ownerId().equals(host.id()))
                .map(this::told)
                .toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Team team = ApiTeam.read(Json.body(request), core.hosts(), Ids.next(), host.id());
    core.teams().add(team);
    Json.created(response, "/api/v1/teams/" + team.id(), told(team));
  }

  private void show(ServerRequest request, ServerResponse response) {
    Json.send(response, told(find(authentication.host(request), request)));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = find(host, request).id();
    Team team = ApiTeam.read(Json.body(request), core.hosts(), id, host.id());
    Json.send(response, core.teams().replace(team).map(this::told).orElseThrow(() -> unknown(id)));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = ScheduleRoutes.id(request);
    switch (core.teams().delete(host.id(), id)) {
      case Deletion.Deleted() -> response.status(Status.NO_CONTENT_204).send();
      case Deletion.NotFound() -> throw unknown(id);
      case Deletion.InUse(var why) -> throw ProblemException.of(Code.IN_USE, why);
    }
  }

  private Team find(Host host, ServerRequest request) {
    UUID id = ScheduleRoutes.id(request);
    return core.teams()
        .find(id)
        .filter(team -> team.ownerId().equals(host.id()))
        .orElseThrow(() -> unknown(id));
  }

  private ApiTeam told(Team team) {
    return ApiTeam.of(team, core.hosts());
  }

  private static ProblemException unknown(UUID id) {
    return ProblemException.notFound("team", id.toString());
  }
}
