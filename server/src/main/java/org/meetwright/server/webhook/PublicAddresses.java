package org.meetwright.server.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/// Tells addresses that anyone on the internet may have from those that mean this machine, its
/// network, or nobody (the special-purpose registries of IANA, RFC 6890).
final class PublicAddresses {
  private static final List<Block> SPECIAL =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  private static final Block GLOBAL_IPV6 = Block.of("2000::/3");

  /// Stands for IPv4 addresses in networks without IPv4 (RFC 6052).
  private static final Block NAT64 = Block.of("64:ff9b::/96");

  private PublicAddresses() {}

  /// The addresses that begin with the same bits.
  private static final class Block {
    private final byte[] first;
    private final int bits;

    private Block(byte[] first, int bits) {
      this.first = first;
      this.bits = bits;
    }

    static Block of(String text) {
      int slash = text.indexOf('/');
      byte[] first = InetAddress.ofLiteral(text.substring(0, slash)).getAddress();
      return new Block(first, Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(byte[] address) {
      if (address.length != first.length) {
        return false;
      }
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> bit % 8;
        if ((address[bit / 8] & mask) != (first[bit / 8] & mask)) {
          return false;
        }
      }
      return true;
    }
  }

  private static List<Block> blocks(String... texts) {
    return Arrays.stream(texts).map(Block::of).toList();
  }

  /// Returns whether an address is anyone's. An IPv4 address mapped into IPv6 counts as itself.
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.holds(bytes)) {
      bytes = Arrays.copyOfRange(bytes, 12, 16);
    }
    byte[] judged = bytes;
    return (judged.length == 4 || GLOBAL_IPV6.holds(judged))
        && SPECIAL.stream().noneMatch(block -> block.holds(judged));
  }
}
