package org.meetwright.server.api.access;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Set;
import java.util.TreeSet;

/// Notes which routes services register, like `GET /api/v1/schedules/{id}`.
public final class RegisteredRoutes implements HttpRules {
  private final String prefix;
  private final Set<String> noted;

  private RegisteredRoutes(String prefix, Set<String> noted) {
    this.prefix = prefix;
    this.noted = noted;
  }

  /// Returns the routes of services that are registered at a path.
  public static Set<String> of(String path, HttpService... services) {
    Set<String> noted = new TreeSet<>();
    new RegisteredRoutes("", noted).register(path, services);
    return noted;
  }

  @Override
  public HttpRules register(HttpService... services) {
    return register("", services);
  }

  @Override
  public HttpRules register(String path, HttpService... services) {
    for (HttpService service : services) {
      service.routing(new RegisteredRoutes(prefix + path, noted));
    }
    return this;
  }

  private HttpRules note(String method, String path) {
    noted.add(method + " " + prefix + (path.equals("/") ? "" : path));
    return this;
  }

  @Override
  public HttpRules get(String path, Handler... handlers) {
    return note("GET", path);
  }

  @Override
  public HttpRules post(String path, Handler... handlers) {
    return note("POST", path);
  }

  @Override
  public HttpRules put(String path, Handler... handlers) {
    return note("PUT", path);
  }

  @Override
  public HttpRules patch(String path, Handler... handlers) {
    return note("PATCH", path);
  }

  @Override
  public HttpRules delete(String path, Handler... handlers) {
    return note("DELETE", path);
  }

  @Override
  public HttpRules head(String path, Handler... handlers) {
    return note("HEAD", path);
  }

  @Override
  public HttpRules any(String path, Handler... handlers) {
    return note("GET", path);
  }

  /// What answers everything else that there is no such route.
  @Override
  public HttpRules any(Handler... handlers) {
    return this;
  }

  @Override
  public HttpRules route(HttpRoute route) {
    throw new AssertionError("Registered in a way that is not noted: " + route);
  }
}
