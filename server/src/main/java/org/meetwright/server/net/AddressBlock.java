package org.meetwright.server.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.meetwright.core.value.InvalidValueException;

/// The addresses that begin with the same bits, in CIDR notation (RFC 4632).
///
/// @param first the lowest of them
/// @param bits how many bits they share
public record AddressBlock(InetAddress first, int bits) {
  private static final String ALLOWED =
      "must be an address like 10.0.0.7 or a block like 10.0.0.0/8";

  /// Creates the block.
  ///
  /// @throws InvalidValueException if there are not so many bits, or others of them are set
  public AddressBlock {
    byte[] address = first.getAddress();
    if (bits < 0 || bits > address.length * 8 || !Arrays.equals(cut(address, bits), address)) {
      throw wrong(first.getHostAddress() + "/" + bits);
    }
  }

  /// Reads a block, or a single address.
  ///
  /// @throws InvalidValueException if it is neither
  public static AddressBlock parse(String text) {
    String[] parts = text.strip().split("/", -1);
    // Java also takes IPv4 addresses with fewer numbers.
    if (!parts[0].contains(":") && !parts[0].matches("\\d+(\\.\\d+){3}")) {
      throw wrong(text);
    }
    try {
      InetAddress first = InetAddress.ofLiteral(parts[0]);
      if (parts.length == 1) {
        return new AddressBlock(first, first.getAddress().length * 8);
      }
      if (parts.length == 2 && parts[1].matches("\\d{1,3}")) {
        return new AddressBlock(first, Integer.parseInt(parts[1]));
      }
    } catch (IllegalArgumentException noAddress) {
      // Said below.
    }
    throw wrong(text);
  }

  private static InvalidValueException wrong(String text) {
    return new InvalidValueException("", ALLOWED + ", not " + InvalidValueException.shown(text));
  }

  /// Returns the addresses that count as one client: one of IPv4; of IPv6 those with the same 64
  /// bits, the part that a provider gives to one customer.
  public static AddressBlock ofClient(InetAddress address) {
    return around(address, address.getAddress().length == 4 ? 32 : 64);
  }

  /// Returns the block of so many bits that an address is in.
  public static AddressBlock around(InetAddress address, int bits) {
    try {
      return new AddressBlock(InetAddress.getByAddress(cut(address.getAddress(), bits)), bits);
    } catch (UnknownHostException wrongLength) {
      throw new IllegalArgumentException(wrongLength);
    }
  }

  /// Returns the first address of the block of so many bits that an address is in.
  public static byte[] cut(byte[] address, int bits) {
    byte[] cut = new byte[address.length];
    for (int i = 0; i < bits; i++) {
      cut[i / 8] |= (byte) (address[i / 8] & 0x80 >> i % 8);
    }
    return cut;
  }

  /// Returns whether an address is one of them.
  public boolean holds(byte[] address) {
    byte[] lowest = first.getAddress();
    return lowest.length == address.length && Arrays.equals(cut(address, bits), lowest);
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + bits;
  }
}
