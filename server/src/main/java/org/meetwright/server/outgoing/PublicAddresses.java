package org.meetwright.server.outgoing;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.meetwright.server.net.AddressBlock;

/// Distinguishes addresses that anyone on the internet may have from those that mean this machine,
/// its network, or nobody (the special-purpose registries of IANA for IPv4 and IPv6, RFC 6890).
final class PublicAddresses {
  private static final List<AddressBlock> SPECIAL =
      blocks(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.31.196.0/24",
          "192.52.193.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "192.175.48.0/24",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "2620:4f:8000::/48",
          "3fff::/20");

  /// Public by its number, but answered by the cloud that this machine is in (Azure). The like of
  /// other clouds are special already: 169.254.169.254, 100.100.100.200, fd00:ec2::254.
  private static final AddressBlock CLOUD = AddressBlock.parse("168.63.129.16");

  private static final AddressBlock GLOBAL_IPV6 = AddressBlock.parse("2000::/3");

  /// Stands for IPv4 addresses in networks without IPv4 (RFC 6052).
  private static final AddressBlock NAT64 = AddressBlock.parse("64:ff9b::/96");

  private PublicAddresses() {}

  private static List<AddressBlock> blocks(String... texts) {
    return Arrays.stream(texts).map(AddressBlock::parse).toList();
  }

  /// Returns whether an address is anyone's. An IPv4 address mapped into IPv6 counts as itself.
  static boolean contains(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (NAT64.holds(bytes)) {
      bytes = Arrays.copyOfRange(bytes, 12, 16);
    }
    byte[] judged = bytes;
    return !CLOUD.holds(judged)
        && (judged.length == 4 || GLOBAL_IPV6.holds(judged))
        && SPECIAL.stream().noneMatch(block -> block.holds(judged));
  }
}
