package org.meetwright.server.connection;

import java.net.InetAddress;
import java.util.List;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;

/// How many connections there may be, and how many of them of one client.
///
/// @param trusted proxies, which have connections for many
public record ConnectionLimit(ConnectionNumbers numbers, List<AddressBlock> trusted) {
  /// Of so many, one is kept free for someone new.
  private static final int PER_FREE = 20;

  /// Returns whether so few are free that someone who waits has to go before the next one comes.
  boolean isNear(int connections) {
    return connections > numbers.most() - numbers.most() / PER_FREE;
  }

  boolean isReached(int connections, InetAddress address) {
    return connections >= numbers.perClient()
        && trusted.stream().noneMatch(block -> block.holds(address.getAddress()));
  }
}
