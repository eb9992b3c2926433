package org.meetwright.server.contract;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.Set;
import java.util.TreeSet;

/// Notes which routes are registered, as `GET /path`; handlers of any method are left out.
final class Routes implements HttpRules {
  final Set<String> registered;
  private final String prefix;

  Routes() {
    this(new TreeSet<>(), "");
  }

  private Routes(Set<String> registered, String prefix) {
    this.registered = registered;
    this.prefix = prefix;
  }

  private HttpRules note(String method, String path) {
    registered.add(method + " " + prefix + (path.equals("/") ? "" : path));
    return this;
  }

  @Override
  public HttpRules register(HttpService... services) {
    return register("", services);
  }

  @Override
  public HttpRules register(String path, HttpService... services) {
    for (HttpService service : services) {
      service.routing(new Routes(registered, prefix + path));
    }
    return this;
  }

  @Override
  public HttpRules route(HttpRoute route) {
    throw new UnsupportedOperationException("Nobody can tell its path: " + route);
  }

  @Override
  public HttpRules get(String path, Handler... handlers) {
    return note("GET", path);
  }

  @Override
  public HttpRules head(String path, Handler... handlers) {
    return note("HEAD", path);
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
  public HttpRules any(Handler... handlers) {
    return this;
  }
}
