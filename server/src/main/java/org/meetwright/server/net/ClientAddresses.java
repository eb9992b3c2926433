package org.meetwright.server.net;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/// Determines the client's address. `X-Forwarded-For` is trusted only from trusted proxies, because
/// otherwise any client could claim any address.
public final class ClientAddresses {
  private static final Logger LOG = Logger.getLogger(ClientAddresses.class.getName());
  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");

  private final List<AddressBlock> trusted;
  private final AtomicBoolean warned = new AtomicBoolean();

  /// Creates it.
  ///
  /// @param trusted where proxies are that say for whom they ask
  public ClientAddresses(List<AddressBlock> trusted) {
    this.trusted = List.copyOf(trusted);
  }

  /// Returns the address of who sent a request: the last one in the chain that is no trusted proxy.
  public InetAddress of(ServerRequest request) {
    InetAddress address = peer(request);
    List<String> chain = forwardedFor(request);
    for (int i = chain.size() - 1; i >= 0 && isTrusted(address); i--) {
      try {
        address = InetAddress.ofLiteral(withoutPort(chain.get(i)));
      } catch (IllegalArgumentException noAddress) {
        return address;
      }
    }
    return address;
  }

  private static InetAddress peer(ServerRequest request) {
    return request.remotePeer().address() instanceof InetSocketAddress inet
            && inet.getAddress() != null
        ? inet.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private List<String> forwardedFor(ServerRequest request) {
    if (!request.headers().contains(FORWARDED_FOR)) {
      return List.of();
    }
    if (trusted.isEmpty() && !warned.getAndSet(true)) {
      LOG.warning(
          "A request came with X-Forwarded-For, which is not believed: if a proxy stands before"
              + " this server, name it in server.trustedProxies, or all its clients count as one");
    }
    List<String> chain = new ArrayList<>();
    for (String value : request.headers().values(FORWARDED_FOR)) {
      for (String part : value.split(",", -1)) {
        chain.add(part.strip());
      }
    }
    return chain;
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(block -> block.holds(address.getAddress()));
  }

  /// Some proxies add the port; of an IPv6 address only after brackets.
  private static String withoutPort(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text;
  }
}
