package org.meetwright.server;

import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.meetwright.core.Core;
import org.meetwright.core.booking.wish.FrontDesk;
import org.meetwright.core.booking.wish.WishLimits;
import org.meetwright.core.calendar.push.CalendarChannels;
import org.meetwright.core.network.ClientNetwork;
import org.meetwright.server.api.ApiRoutes;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.api.exchange.Json;
import org.meetwright.server.api.news.EventRoutes;
import org.meetwright.server.calendar.push.PushRoutes;
import org.meetwright.server.challenge.Challenges;
import org.meetwright.server.invite.InviteRoutes;
import org.meetwright.server.limit.BookingLimits;
import org.meetwright.server.limit.RequestLimits;
import org.meetwright.server.listener.ConnectionEnd;
import org.meetwright.server.load.Turns;
import org.meetwright.server.load.Turns.Lane;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.operations.AccessLog;
import org.meetwright.server.operations.Health;
import org.meetwright.server.operations.Metrics;
import org.meetwright.server.operations.OperationsRoutes;
import org.meetwright.server.outgoing.Targets;
import org.meetwright.server.pages.PageRoutes;
import org.meetwright.server.pages.account.AccountPageRoutes;
import org.meetwright.server.pages.web.PageErrors;
import org.meetwright.server.pages.web.PageRequest;
import org.meetwright.server.reference.QueryParameters;
import org.meetwright.server.reference.ReferenceRoutes;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.AreaRules;
import org.meetwright.server.route.BodyTypes;
import org.meetwright.server.route.Cost;
import org.meetwright.server.route.Gate;
import org.meetwright.server.route.RouteTable;
import org.meetwright.server.route.path.PlainPaths;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.stream.EventStreams;
import org.meetwright.server.webhook.WebhookRequests;
import org.meetwright.server.webhook.WebhookTrial;

/// All routes of the server, and the filters in front of them.
///
/// Wide: it lists what is wired before.
///
/// @param routes where all routes are noted
record Routing(
    Core core,
    Settings settings,
    PublicUrl publicUrl,
    Metrics metrics,
    Health health,
    Targets targets,
    WebhookRequests courier,
    Streaming streaming,
    RouteTable routes) {
  private static final int REQUESTS_PER_CONNECTION = 8;

  /// What streams of events need.
  ///
  /// @param setApart has the connection with a peer take nobody's place
  record Streaming(EventStreams streams, Consumer<SocketAddress> setApart) {}

  /// Returns the channels on which calendar services call.
  static CalendarChannels channels(Core core, Supplier<URI> publicUrl) {
    return new CalendarChannels(
        core.database(),
        core.connectedAccounts(),
        core.outbox(),
        core.clock(),
        PushRoutes.google(publicUrl));
  }

  /// Returns the routing.
  ///
  /// @param connectionEnd ends connections after their last answer
  /// @param headers what every answer carries
  /// @param more routes that come first
  HttpRouting.Builder with(
      ConnectionEnd connectionEnd, SecurityHeaders headers, List<HttpService> more) {
    ClientAddresses addresses = new ClientAddresses(settings.server().trustedProxies());
    RequestLimits limits =
        new RequestLimits(
            settings.server().rateLimited(), addresses, core.rateLimits(), core.clock());
    Turns turns = turns(addresses);
    HttpRouting.Builder routing =
        HttpRouting.builder()
            .addFilter(connectionEnd)
            .addFilter(new AccessLog(settings.log().access(), addresses)::filter)
            .addFilter(metrics::measure)
            .addFilter(headers)
            .addFilter(turns)
            .addFilter(new PlainPaths())
            .error(Throwable.class, new Failures(new PageErrors(publicUrl), routes));
    AreaRules rules = AreaRules.of(routing, routes, gate(turns, limits));
    more.forEach(rules::register);
    register(rules, frontDesk(), request -> addresses.of(request).getHostAddress());
    return routing;
  }

  private FrontDesk frontDesk() {
    WishLimits limits =
        settings.server().rateLimited()
            ? new BookingLimits(core.rateLimits(), core.clock())
            : WishLimits.NONE;
    return new FrontDesk(core.bookingDesk(), core.confirmations(), core.eventTypes(), limits);
  }

  /// The database serves eight requests for each connection within a moment. One client has at most
  /// half of the connections, so that others are served however he asks.
  private Turns turns(ClientAddresses addresses) {
    int connections = settings.database().poolSize();
    int most = connections * REQUESTS_PER_CONNECTION;
    int ofAClient = settings.server().rateLimited() ? Math.max(connections / 2, 1) : most;
    return new Turns(most, ofAClient, request -> ClientNetwork.of(addresses.of(request)));
  }

  /// What can be refused without asking the database is refused before it waits for its turn.
  private static Gate gate(Turns turns, RequestLimits limits) {
    QueryParameters parameters = new QueryParameters();
    Gate onNode = limits::enterNode;
    return onNode
        .then(new BodyTypes())
        .then((_, request) -> parameters.check(request))
        .then(Routing::readAhead)
        .then((area, request) -> awaitTurn(turns, area, request))
        .then(limits::enterAllNodes);
  }

  private static void readAhead(Area area, ServerRequest request) {
    if (area.cost() == Cost.CHANGE && request.content().hasEntity()) {
      switch (area.body()) {
        case JSON -> Json.readAhead(request);
        case FORM -> PageRequest.readAhead(request);
        case PICTURE, UPLOAD -> {
          // Read by their routes, once it is known whose they are.
        }
      }
    }
  }

  /// Neither who watches the server nor what is kept in memory has to wait for the database.
  private static void awaitTurn(Turns turns, Area area, ServerRequest request) {
    if (area.cost() != Cost.NOTHING && area != Area.ASSETS) {
      turns.enter(area.isOfHosts() ? Lane.HOSTS : Lane.INVITEES, request);
    }
  }

  private void register(
      AreaRules rules, FrontDesk frontDesk, Function<ServerRequest, String> clientAddress) {
    WebhookTrial trial = new WebhookTrial(core.clock(), core.webhookDispatch(), courier);
    Challenges challenges =
        new Challenges(
            core.clock(), core.installationKey(), core.usedChallenges(), settings.difficulty());
    rules
        .register(new OperationsRoutes(health, metrics))
        .register(
            new InviteRoutes(
                core.clock(),
                core.eventTypes(),
                core.bookings(),
                core.manageLinks(),
                publicUrl,
                settings.mail().from()))
        .register(
            new EventRoutes(
                streaming.streams(), new Authentication(core.access()), streaming.setApart()))
        .register(
            "/api/v1",
            new ApiRoutes(
                core, publicUrl, frontDesk, challenges, metrics, targets, trial, clientAddress))
        .register(new PushRoutes(channels(core, publicUrl)))
        .register(new ReferenceRoutes(publicUrl));
    Area.HOST_API.on(rules).any("/api/*", Failures.UNKNOWN);
    Area.METRICS
        .on(rules)
        .any("/health", Failures.UNKNOWN)
        .any("/health/*", Failures.UNKNOWN)
        .any("/metrics", Failures.UNKNOWN);
    Area.API_DOCUMENT
        .on(rules)
        .any("/openapi", Failures.UNKNOWN)
        .any("/openapi.yaml", Failures.UNKNOWN);
    rules
        .register(
            new AccountPageRoutes(
                core,
                publicUrl,
                clientAddress,
                settings.oidc(),
                !settings.mail().host().isEmpty(),
                targets,
                trial))
        .register(new PageRoutes(core, publicUrl, frontDesk, challenges));
  }
}
