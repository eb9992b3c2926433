package org.meetwright.core.network;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// A network that counts as one client, or as a few. Providers give a customer one IPv4 address,
/// but anything from 64 to 48 bits of IPv6: anyone who has many networks is not to count as many
/// clients, and anyone who shares a large one is not to be held up by a single neighbour.
///
/// @param name tells it from all others
/// @param clients as how many clients it counts
public record ClientNetwork(String name, int clients) {
  private static final int[] IPV6_BITS = {64, 56, 48};
  private static final int[] IPV6_CLIENTS = {1, 4, 16};

  /// Returns the networks that an address is in, the smallest first: one of IPv4, three of IPv6.
  public static List<ClientNetwork> of(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return List.of(new ClientNetwork(address.getHostAddress(), 1));
    }
    byte[] bytes = address.getAddress();
    return IntStream.range(0, IPV6_BITS.length)
        .mapToObj(i -> of(Arrays.copyOf(bytes, IPV6_BITS[i] / 8), IPV6_CLIENTS[i]))
        .toList();
  }

  private static ClientNetwork of(byte[] beginning, int clients) {
    return new ClientNetwork(
        HexFormat.of().formatHex(beginning) + "/" + beginning.length * 8, clients);
  }
}
