package org.meetwright.server.api.team;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Memberships;
import org.meetwright.core.team.TeamMembership;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.exchange.Path;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.api.model.team.ApiMembership;

/// The teams that a host is in or invited into; he accepts, declines and leaves. A team is named by
/// its id or handle.
public final class MembershipRoutes implements HttpService {
  private final Memberships memberships;
  private final Authentication authentication;

  /// Creates the routes.
  public MembershipRoutes(Memberships memberships, Authentication authentication) {
    this.memberships = memberships;
    this.authentication = authentication;
  }

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/memberships", this::list)
        .post("/memberships/{team}/accept", this::accept)
        .delete("/memberships/{team}", this::leave);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    List<ApiMembership> told =
        memberships.list(host.id()).stream().map(TeamTranslation::toApi).toList();
    Json.send(response, new ApiMembership.Listing(told));
  }

  private void accept(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Json.body(request).only();
    TeamMembership accepted =
        memberships
            .accept(host.id(), teamId(request, host))
            .orElseThrow(() -> unknown(Path.text(request, "team")));
    Json.send(response, TeamTranslation.toApi(accepted));
  }

  private void leave(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    if (!memberships.leave(host.id(), teamId(request, host))) {
      throw unknown(Path.text(request, "team"));
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  private UUID teamId(ServerRequest request, Host host) {
    String name = Path.text(request, "team");
    return memberships.list(host.id()).stream()
        .filter(each -> each.handle().equals(name) || each.teamId().toString().equals(name))
        .map(TeamMembership::teamId)
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static ProblemException unknown(String name) {
    return ProblemException.notFound("team that you are in or invited into:", name);
  }
}
