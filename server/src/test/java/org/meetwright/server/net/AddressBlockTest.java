package org.meetwright.server.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.value.InvalidValueException;

final class AddressBlockTest {
  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.0.0.0, true",
    "10.0.0.0/8, 10.255.255.255, true",
    "10.0.0.0/8, 11.0.0.0, false",
    "10.0.0.0/8, 9.255.255.255, false",
    "192.0.2.128/25, 192.0.2.127, false",
    "192.0.2.128/25, 192.0.2.128, true",
    "192.0.2.7, 192.0.2.7, true",
    "192.0.2.7, 192.0.2.6, false",
    "0.0.0.0/0, 203.0.113.9, true",
    "0.0.0.0/0, ::1, false",
    "2001:db8::/33, 2001:db8:7fff::1, true",
    "2001:db8::/33, 2001:db8:8000::1, false",
    "::1, ::1, true"
  })
  void holdsTheAddressesThatBeginLikeIt(String block, String address, boolean held) {
    assertThat(AddressBlock.parse(block).holds(InetAddress.ofLiteral(address).getAddress()))
        .isEqualTo(held);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "::/129", "proxy", "::1/x"})
  void refusesWhatIsNoBlock(String text) {
    assertThatExceptionOfType(InvalidValueException.class)
        .isThrownBy(() -> AddressBlock.parse(text))
        .withMessageContaining("must be an address");
  }
}
