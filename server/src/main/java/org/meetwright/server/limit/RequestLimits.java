package org.meetwright.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.helidon.http.Method;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.limit.RateLimit;
import org.meetwright.core.limit.RateLimits;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.net.ClientAddresses;

/// Limits what one client may ask for, and how often one host or team may be booked. Everything is
/// counted by each node for itself; what strangers change, by all nodes together, in the database.
public final class RequestLimits {
  /// All requests of one client, on one node.
  static final RateLimit REQUESTS = new RateLimit(600, Duration.ofMillis(50));

  /// What one client changes without a login: bookings made, moved and cancelled.
  static final RateLimit CHANGES = new RateLimit(60, Duration.ofSeconds(2));

  /// Bookings with one host or team, whoever makes them.
  static final RateLimit BOOKINGS = new RateLimit(200, Duration.ofSeconds(1));

  private static final long MOST_CLIENTS = 100_000;

  /// The part of an IPv6 address that a provider gives to one customer.
  private static final int IPV6_CUSTOMER_BITS = 64;

  private final boolean enabled;
  private final ClientAddresses addresses;
  private final RateLimits shared;
  private final Cache<String, Bucket> buckets;
  private final TimeMeter time;

  /// Creates the limits.
  ///
  /// @param enabled false to let everything through
  public RequestLimits(
      boolean enabled, ClientAddresses addresses, RateLimits shared, InstantSource clock) {
    this.enabled = enabled;
    this.addresses = addresses;
    this.shared = shared;
    this.time = new ClockMeter(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(REQUESTS.step().multipliedBy(REQUESTS.burst()).multipliedBy(2))
            .build();
  }

  /// Tells a library the time.
  private record ClockMeter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }

  /// Lets a request on if its client has not asked too much; a filter of the server.
  ///
  /// @throws TooManyRequestsException if he has
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    String path = request.path().path();
    if (enabled && !path.startsWith("/health")) {
      String client = customer(addresses.of(request));
      takeRequest(client);
      if (isChangeWithoutLogin(request, path)) {
        take("changes by " + client, CHANGES);
      }
    }
    chain.proceed();
  }

  /// Counts an attempt to book a host or team.
  ///
  /// @throws TooManyRequestsException if there were too many
  public void booking(String handle) {
    if (enabled) {
      take("bookings with " + handle, BOOKINGS);
    }
  }

  private void takeRequest(String client) {
    ConsumptionProbe probe = buckets.get(client, this::newBucket).tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new TooManyRequestsException(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }
  }

  private Bucket newBucket(String client) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(REQUESTS.burst()).refillGreedy(1, REQUESTS.step()))
        .withCustomTimePrecision(time)
        .build();
  }

  private void take(String whose, RateLimit limit) {
    Duration wait = shared.take(whose, limit);
    if (!wait.isZero()) {
      throw new TooManyRequestsException(wait);
    }
  }

  private static boolean isChangeWithoutLogin(RoutingRequest request, String path) {
    return request.prologue().method().equals(Method.POST)
        && (path.equals("/api/v1/bookings")
            || path.startsWith("/api/v1/manage/")
            || path.startsWith("/api/v1/confirmations/")
            || !path.startsWith("/api/"));
  }

  private static String customer(InetAddress address) {
    if (address instanceof Inet6Address) {
      byte[] network = AddressBlock.cut(address.getAddress(), IPV6_CUSTOMER_BITS);
      return HexFormat.of().formatHex(network);
    }
    return address.getHostAddress();
  }
}
