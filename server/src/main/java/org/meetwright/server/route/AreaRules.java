package org.meetwright.server.route;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Registers routes that have an area, and refuses all others. A request first passes the gate, and
/// carries its [Route] from then on.
public final class AreaRules implements HttpRules {
  private final HttpRules rules;
  private final String prefix;
  private final @Nullable Area area;
  private final RouteTable table;
  private final Gate gate;

  private AreaRules(
      HttpRules rules, String prefix, @Nullable Area area, RouteTable table, Gate gate) {
    this.rules = rules;
    this.prefix = prefix;
    this.area = area;
    this.table = table;
    this.gate = gate;
  }

  /// Returns the rules of a server.
  ///
  /// @param rules where routes are registered in the end
  /// @param table where they are noted
  public static AreaRules of(HttpRules rules, RouteTable table, Gate gate) {
    return new AreaRules(rules, "", null, table, gate);
  }

  /// Returns rules that register routes in an area, at the same place.
  AreaRules in(Area declared) {
    return new AreaRules(rules, prefix, declared, table, gate);
  }

  @Override
  public AreaRules register(HttpService... services) {
    return register("", services);
  }

  @Override
  public AreaRules register(String path, HttpService... services) {
    for (HttpService service : services) {
      HttpService inside =
          below -> service.routing(new AreaRules(below, prefix + path, area, table, gate));
      if (path.isEmpty()) {
        rules.register(inside);
      } else {
        rules.register(path, inside);
      }
    }
    return this;
  }

  @Override
  public AreaRules get(String path, Handler... handlers) {
    return add(Method.GET.text(), path, handlers, rules::get);
  }

  @Override
  public AreaRules head(String path, Handler... handlers) {
    return add(Method.HEAD.text(), path, handlers, rules::head);
  }

  @Override
  public AreaRules post(String path, Handler... handlers) {
    return add(Method.POST.text(), path, handlers, rules::post);
  }

  @Override
  public AreaRules put(String path, Handler... handlers) {
    return add(Method.PUT.text(), path, handlers, rules::put);
  }

  @Override
  public AreaRules patch(String path, Handler... handlers) {
    return add(Method.PATCH.text(), path, handlers, rules::patch);
  }

  @Override
  public AreaRules delete(String path, Handler... handlers) {
    return add(Method.DELETE.text(), path, handlers, rules::delete);
  }

  @Override
  public AreaRules any(String path, Handler... handlers) {
    return add("*", path, handlers, rules::any);
  }

  /// @throws UnsupportedOperationException always: nobody could tell its path
  @Override
  public AreaRules route(HttpRoute route) {
    throw new UnsupportedOperationException(
        "Register " + route + " with its method and path, on Area.….on(rules)");
  }

  private AreaRules add(
      String method, String path, Handler[] handlers, BiConsumer<String, Handler[]> target) {
    String pattern = prefix + (path.equals("/") && !prefix.isEmpty() ? "" : path);
    if (area == null) {
      throw new IllegalStateException(
          method + " " + pattern + " has no area: register it on Area.….on(rules)");
    }
    if (handlers.length != 1) {
      throw new IllegalArgumentException(method + " " + pattern + " needs exactly one handler");
    }
    Route route = new Route(method, pattern, area);
    table.add(route);
    target.accept(path, new Handler[] {behindGate(route, handlers[0])});
    return this;
  }

  private Handler behindGate(Route route, Handler handler) {
    return (request, response) -> {
      request.context().register(route);
      gate.enter(route.area(), request);
      handler.handle(request, response);
    };
  }
}
