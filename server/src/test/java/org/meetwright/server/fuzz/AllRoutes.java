package org.meetwright.server.fuzz;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.api.access.RegisteredRoutes;
import org.meetwright.server.calendar.InviteRoutes;
import org.meetwright.server.limit.RequestLimits;
import org.meetwright.server.net.ClientAddresses;
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

/// Every route that the server has, like `GET /api/v1/schedules/{id}`.
final class AllRoutes {
  private AllRoutes() {}

  static List<String> of(ServerFixture fixture) {
    Core core = fixture.core.core;
    Supplier<URI> url = () -> URI.create("http://localhost");
    RequestLimits limits =
        new RequestLimits(false, new ClientAddresses(List.of()), core.rateLimits(), core.clock());
    Metrics metrics = new Metrics(core.outbox(), core.clock());
    Targets targets = new Targets(true);
    Set<String> routes = new TreeSet<>();
    routes.addAll(
        RegisteredRoutes.of(
            "",
            new OperationsRoutes(
                new Health(
                    core.database(),
                    core.outbox(),
                    fixture.core.database.home(),
                    core.clock(),
                    () -> false),
                metrics),
            new InviteRoutes(core, url, new EmailAddress("m@example.org")),
            new ReferenceRoutes(url),
            new AccountPageRoutes(core, url, request -> "", OidcSettings.NONE),
            new PageRoutes(core, url, limits)));
    routes.addAll(
        RegisteredRoutes.of(
            "/api/v1",
            new ApiRoutes(
                core,
                url,
                limits,
                metrics,
                targets,
                new WebhookTrial(core, new Courier(targets, core.clock())),
                request -> "")));
    return List.copyOf(routes);
  }
}
