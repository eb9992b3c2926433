package org.meetwright.server.limit;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.core.network.ClientNetwork;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Cost;

/// Limits what one client may ask for. Everything is counted by each node for itself; what
/// strangers change, by all nodes together too, in the database.
public final class RequestLimits {
  /// All requests of one client, on one node.
  static final RateLimit REQUESTS = new RateLimit(600, Duration.ofMillis(50));

  /// What one client changes without a login: bookings made, moved and cancelled.
  static final RateLimit CHANGES = new RateLimit(60, Duration.ofSeconds(2));

  private final boolean enabled;
  private final ClientAddresses addresses;
  private final RateLimits shared;
  private final NodeBuckets requests;
  private final NodeBuckets changes;

  /// Creates the limits.
  ///
  /// @param enabled false to let everything through
  public RequestLimits(
      boolean enabled, ClientAddresses addresses, RateLimits shared, InstantSource clock) {
    this.enabled = enabled;
    this.addresses = addresses;
    this.shared = shared;
    this.requests = new NodeBuckets(REQUESTS, clock);
    this.changes = new NodeBuckets(CHANGES, clock);
  }

  /// Lets a request on if its client has not asked this node too much. Costs nothing: anyone who
  /// has been refused may go on asking, and nobody waits for it.
  ///
  /// @throws TooManyRequestsException if he has
  public void enterNode(Area area, ServerRequest request) {
    if (enabled && area.cost() != Cost.NOTHING) {
      List<ClientNetwork> networks = ClientNetwork.of(addresses.of(request));
      networks.forEach(requests::take);
      if (changes(area, request)) {
        networks.forEach(changes::take);
      }
    }
  }

  /// Lets a request on if its client has not changed too much on all nodes together.
  ///
  /// @throws TooManyRequestsException if he has
  public void enterAllNodes(Area area, ServerRequest request) {
    if (enabled && changes(area, request)) {
      ClientNetwork.of(addresses.of(request))
          .forEach(
              network -> take("changes by " + network.name(), CHANGES.times(network.clients())));
    }
  }

  private void take(String whose, RateLimit limit) {
    Duration wait = shared.take(whose, limit);
    if (!wait.isZero()) {
      throw new TooManyRequestsException(wait);
    }
  }

  private static boolean changes(Area area, ServerRequest request) {
    return area.cost() == Cost.CHANGE && !isReading(request.prologue().method());
  }

  private static boolean isReading(Method method) {
    return method.equals(Method.GET) || method.equals(Method.HEAD);
  }
}
