package org.meetwright.server.connection;

import java.net.InetAddress;
import java.util.List;
import org.meetwright.server.net.AddressBlock;

/// How many connections one client may have.
///
/// @param perClient how many
/// @param trusted proxies, which have connections for many
public record ConnectionLimit(int perClient, List<AddressBlock> trusted) {
  boolean isReached(int connections, InetAddress address) {
    return connections >= perClient
        && trusted.stream().noneMatch(block -> block.holds(address.getAddress()));
  }
}
