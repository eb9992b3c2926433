package org.meetwright.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

final class ClientNetworkTest {
  private static InetAddress address(String text) {
    return InetAddress.ofLiteral(text);
  }

  @Test
  void isAnAddressOfIpv4() {
    assertThat(ClientNetwork.of(address("198.51.100.7")))
        .containsExactly(new ClientNetwork("198.51.100.7", 1));
    assertThat(ClientNetwork.of(address("::ffff:198.51.100.7")))
        .containsExactly(new ClientNetwork("198.51.100.7", 1));
  }

  @Test
  void isWhatACustomerMayHaveOfIpv6() {
    assertThat(ClientNetwork.of(address("2001:db8:1:2ff::1")))
        .containsExactly(
            new ClientNetwork("20010db8000102ff/64", 1),
            new ClientNetwork("20010db8000102/56", 4),
            new ClientNetwork("20010db80001/48", 16));
  }
}
