package org.meetwright.server.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.value.HttpUrl;
import org.meetwright.core.value.InvalidValueException;

class TargetsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "168.63.129.16",
        "::ffff:168.63.129.16",
        "64:ff9b::168.63.129.16",
        "100.100.100.200",
        "fd00:ec2::254",
        "192.31.196.1",
        "192.52.193.1",
        "192.175.48.1",
        "192.0.0.192",
        "2620:4f:8000::1",
        "2001:1ff:ffff::1",
        "100:0:0:1::1",
        "127.255.255.255",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::127.0.0.1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "64:ff9b::10.0.0.1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void refusesWhatIsNotAnyones(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isFalse();
    String host = address.contains(":") ? "[" + address + "]" : address;
    assertThatThrownBy(() -> new Targets(false).check(HttpUrl.of("http://" + host + "/")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("webhooks.allowPrivateTargets");
    assertThatCode(() -> new Targets(true).check(HttpUrl.of("http://" + host + "/")))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.0",
        "100.63.255.255",
        "100.128.0.0",
        "126.255.255.255",
        "128.0.0.0",
        "172.15.255.255",
        "172.32.0.0",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.0",
        "223.255.255.255",
        "2001:200::1",
        "2606:4700:4700::1111",
        "2a00:1450::1",
        "64:ff9b::1.1.1.1",
        "::ffff:1.1.1.1"
      })
  void allowsWhatIsAnyones(String address) {
    assertThat(PublicAddresses.contains(InetAddress.ofLiteral(address))).isTrue();
  }

  @Test
  void refusesNamesThatMeanThisMachine() {
    assertThatThrownBy(() -> new Targets(false).check(HttpUrl.of("https://localhost/x")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("localhost");
    assertThatThrownBy(() -> new Targets(false).addresses("2130706433"))
        .isInstanceOf(IOException.class);
  }

  @Test
  @Tag("attack")
  void tellsNobodyWhatANameOfThisNetworkMeans() {
    Targets targets =
        new Targets(false, _ -> new InetAddress[] {InetAddress.ofLiteral("10.20.30.40")});
    assertThatThrownBy(() -> targets.check(HttpUrl.of("https://db.internal/")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("db.internal")
        .hasMessageNotContaining("10.20.30.40");
  }

  @Test
  void refusesANameOfWhichOneAddressIsPrivate() {
    Targets targets =
        new Targets(
            false,
            _ ->
                new InetAddress[] {InetAddress.ofLiteral("1.1.1.1"), InetAddress.ofLiteral("::1")});
    assertThatThrownBy(() -> targets.addresses("both.example.org"))
        .hasMessageContaining("both.example.org")
        .hasMessageNotContaining("1.1.1.1")
        .hasMessageNotContaining("0:0:0:0:0:0:0:1");
  }

  @Test
  void letsANamePassThatNobodyKnowsYet() {
    Targets targets =
        new Targets(
            false,
            host -> {
              throw new UnknownHostException(host);
            });
    assertThatCode(() -> targets.check(HttpUrl.of("https://new.example.org")))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> targets.addresses("new.example.org"))
        .isInstanceOf(UnknownHostException.class);
  }
}
