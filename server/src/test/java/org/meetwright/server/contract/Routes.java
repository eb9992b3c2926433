package org.meetwright.server.contract;

import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRoute;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import java.net.URI;
import java.util.Set;
import java.util.TreeSet;
import org.meetwright.core.Core;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.calendar.InviteRoutes;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.limit.BookingLimits;
import org.meetwright.server.operations.Health;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.OperationsRoutes;
import org.meetwright.server.pages.PageRoutes;
import org.meetwright.server.pages.account.AccountPageRoutes;
import org.meetwright.server.reference.ReferenceRoutes;
import org.meetwright.server.settings.OidcSettings;
import org.meetwright.server.webhook.Courier;
import org.meetwright.server.webhook.Targets;
import org.meetwright.server.webhook.WebhookTrial;

/// Notes which routes are registered, as `GET /path`; handlers of any method are left out.
public final class Routes implements HttpRules {
  private final Set<String> registered;
  private final String prefix;

  /// Returns the routes that a server has for programs.
  public static Set<String> of(ServerFixture fixture) {
    Set<String> routes = services(fixture).registered;
    // Pages, for people.
    routes.removeIf(route -> route.contains(" /b/") || route.contains(" /docs/"));
    return routes;
  }

  /// Returns all routes that a server has.
  public static Set<String> withPages(ServerFixture fixture) {
    Core core = fixture.core.core;
    URI url = URI.create("http://localhost");
    Routes routes = services(fixture);
    routes
        .register(new AccountPageRoutes(core, () -> url, _ -> "127.0.0.1", OidcSettings.NONE))
        .register(new PageRoutes(core, () -> url, noLimits(core), new Challenges(core, 0)));
    return routes.registered;
  }

  private static BookingLimits noLimits(Core core) {
    return new BookingLimits(false, core);
  }

  private static Routes services(ServerFixture fixture) {
    Core core = fixture.core.core;
    URI url = URI.create("http://localhost");
    Targets targets = new Targets(false);
    Metrics metrics = new Metrics(core.outbox(), core.clock());
    Health health =
        new Health(
            core.database(),
            core.outbox(),
            fixture.core.database.home(),
            core.clock(),
            () -> false);
    BookingLimits limits = noLimits(core);
    WebhookTrial trial = new WebhookTrial(core, new Courier(targets, core.clock()));
    Routes routes = new Routes(new TreeSet<>(), "");
    routes
        .register(new OperationsRoutes(health, metrics))
        .register(new InviteRoutes(core, () -> url, ServerFixture.FILES.from()))
        .register(
            "/api/v1",
            new ApiRoutes(
                core,
                () -> url,
                limits,
                new Challenges(core, 0),
                metrics,
                targets,
                trial,
                _ -> "127.0.0.1"))
        .register(new ReferenceRoutes(() -> url));
    return routes;
  }

  private Routes(Set<String> registered, String prefix) {
    this.registered = registered;
    this.prefix = prefix;
  }

  private HttpRules note(String method, String path) {
    registered.add(method + " " + prefix + (path.equals("/") && !prefix.isEmpty() ? "" : path));
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

  @Override
  public HttpRules any(String path, Handler... handlers) {
    return this;
  }
}
