package org.meetwright.server.api.exchange;

import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import java.util.UUID;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.model.Identified;

/// The calls of [ListRoutes], and two more: show one, and replace one.
///
/// @param <T> a thing, as the API shows it
public abstract class OwnRoutes<T extends Identified> extends ListRoutes<T> {
  /// Creates the routes.
  protected OwnRoutes(Authentication authentication, Naming<T> kind) {
    super(authentication, kind);
  }

  @Override
  public void routing(HttpRules rules) {
    super.routing(rules);
    rules.get("/{id}", this::show).put("/{id}", this::replace);
  }

  /// Returns one of a host's; empty if he has no such one.
  protected abstract Optional<T> find(Host host, UUID id);

  /// Replaces one.
  ///
  /// @return how it is now; empty if the host has no such one
  protected abstract Optional<T> replace(Host host, UUID id, Fields body);

  private void show(ServerRequest request, ServerResponse response) {
    Host host = host(request);
    UUID id = Path.id(request);
    Json.send(response, find(host, id).orElseThrow(() -> unknown(id)));
  }

  private void replace(ServerRequest request, ServerResponse response) {
    Host host = host(request);
    UUID id = Path.id(request);
    Json.send(response, replace(host, id, Json.listBody(request)).orElseThrow(() -> unknown(id)));
  }
}
