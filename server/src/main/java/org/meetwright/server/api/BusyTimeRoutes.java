package org.meetwright.server.api;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.Core;
import org.meetwright.core.busy.BusyTime;
import org.meetwright.core.database.Ids;
import org.meetwright.core.host.Host;

/// A host's busy times.
final class BusyTimeRoutes implements HttpService {
  private static final int MOST = 1000;

  private final Core core;
  private final Authentication authentication;

  BusyTimeRoutes(Core core, Authentication authentication) {
    this.core = core;
    this.authentication = authentication;
  }

  /// A list of busy times.
  record BusyTimeList(List<ApiBusyTime> busyTimes) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/", this::add).delete("/{id}", this::delete);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    Query query = new Query(request);
    List<BusyTime> found =
        core.busyTimes().list(host.id(), query.from(host), query.until(host), MOST);
    Json.send(response, new BusyTimeList(found.stream().map(ApiBusyTime::of).toList()));
  }

  private void add(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    BusyTime added =
        core.busyTimes().add(ApiBusyTime.read(Json.body(request), Ids.next(), host.id()));
    Json.created(response, "/api/v1/busy-times/" + added.id(), ApiBusyTime.of(added));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = authentication.host(request);
    UUID id = ScheduleRoutes.id(request);
    if (!core.busyTimes().delete(host.id(), id)) {
      throw ProblemException.notFound("busy time", id.toString());
    }
    response.status(Status.NO_CONTENT_204).send();
  }
}
