package org.meetwright.server.limit;

import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.net.ClientAddresses;
import org.meetwright.server.route.Area;
import org.meetwright.server.route.Cost;
import org.meetwright.server.route.Gate;

/// Limits what one client may ask for. Everything is counted by each node for itself; what
/// strangers change, by all nodes together, in the database.
public final class RequestLimits implements Gate {
  /// All requests of one client, on one node.
  static final RateLimit REQUESTS = new RateLimit(600, Duration.ofMillis(50));

  /// What one client changes without a login: bookings made, moved and cancelled.
  static final RateLimit CHANGES = new RateLimit(60, Duration.ofSeconds(2));

  /// The part of an IPv6 address that a provider gives to one customer.
  private static final int IPV6_CUSTOMER_BITS = 64;

  private final boolean enabled;
  private final ClientAddresses addresses;
  private final RateLimits shared;
  private final NodeBuckets requests;

  /// Creates the limits.
  ///
  /// @param enabled false to let everything through
  public RequestLimits(
      boolean enabled, ClientAddresses addresses, RateLimits shared, InstantSource clock) {
    this.enabled = enabled;
    this.addresses = addresses;
    this.shared = shared;
    this.requests = new NodeBuckets(REQUESTS, clock);
  }

  /// Lets a request on if its client has not asked too much.
  ///
  /// @throws TooManyRequestsException if he has
  @Override
  public void enter(Area area, ServerRequest request) {
    if (enabled && area.cost() != Cost.NOTHING) {
      String client = customer(addresses.of(request));
      requests.take(client);
      if (area.cost() == Cost.CHANGE && !isReading(request.prologue().method())) {
        take("changes by " + client, CHANGES);
      }
    }
  }

  private void take(String whose, RateLimit limit) {
    Duration wait = shared.take(whose, limit);
    if (!wait.isZero()) {
      throw new TooManyRequestsException(wait);
    }
  }

  private static boolean isReading(Method method) {
    return method.equals(Method.GET) || method.equals(Method.HEAD);
  }

  private static String customer(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] network = AddressBlock.cut(address.getAddress(), IPV6_CUSTOMER_BITS);
      return HexFormat.of().formatHex(network);
    }
    return address.getHostAddress();
  }
}
