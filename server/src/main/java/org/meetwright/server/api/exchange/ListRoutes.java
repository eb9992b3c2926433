package org.meetwright.server.api.exchange;

import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.meetwright.core.host.Host;
import org.meetwright.server.api.model.Identified;

/// The calls on one kind of things that belong to a host: list them, add one, delete one.
///
/// @param <T> a thing, as the API shows it
public abstract class ListRoutes<T extends Identified> implements HttpService {
  private final Authentication authentication;
  private final Naming<T> kind;

  /// Creates the routes.
  protected ListRoutes(Authentication authentication, Naming<T> kind) {
    this.authentication = authentication;
    this.kind = kind;
  }

  /// How the API calls a kind of things.
  ///
  /// @param name one of them, for example `event type`
  /// @param path the last part of their address, for example `event-types`
  /// @param list makes the answer of several
  /// @param <T> one of them, as the API shows it
  public record Naming<T>(String name, String path, Function<List<T>, Object> list) {}

  @Override
  public void routing(HttpRules rules) {
    rules.get("/", this::list).post("/", this::add).delete("/{id}", this::delete);
  }

  /// Returns those of a host.
  protected abstract List<T> list(Host host, Query query);

  /// Adds one.
  protected abstract T add(Host host, Fields body);

  /// Deletes one.
  ///
  /// @return whether the host had it
  protected abstract boolean delete(Host host, UUID id);

  /// Deletes one, as its query says more about.
  ///
  /// @return whether the host had it
  protected boolean delete(Host host, UUID id, Query query) {
    return delete(host, id);
  }

  private void list(ServerRequest request, ServerResponse response) {
    Json.send(response, kind.list().apply(list(host(request), new Query(request))));
  }

  private void add(ServerRequest request, ServerResponse response) {
    T added = add(host(request), Json.listBody(request));
    Json.created(response, "/api/v1/" + kind.path() + "/" + added.id(), added);
  }

  private void delete(ServerRequest request, ServerResponse response) {
    Host host = host(request);
    UUID id = Path.id(request);
    if (!delete(host, id, new Query(request))) {
      throw unknown(id);
    }
    response.status(Status.NO_CONTENT_204).send();
  }

  /// Returns the caller.
  protected final Host host(ServerRequest request) {
    return authentication.host(request);
  }

  /// Returns the problem that the host has none with this id.
  final ProblemException unknown(UUID id) {
    return ProblemException.notFound(kind.name(), id.toString());
  }
}
