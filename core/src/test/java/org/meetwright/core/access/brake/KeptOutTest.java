package org.meetwright.core.access.brake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.value.EmailAddress;

/// Somebody fails on purpose at an account, from many networks, to keep its host out.
@Tag("attack")
@ParameterizedClass
@EachDatabase
class KeptOutTest {
  private static final EmailAddress ADA = new EmailAddress("ada@example.org");

  @Parameter DatabaseKind kind;
  private Fixture fixture;
  private Brake brake;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    brake = fixture.core.brake();
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private Brake.Try begin(String address) {
    return brake.begin(ADA, Origin.at(address));
  }

  /// Fails as often as told, from one network after the other, and returns how many of these tries
  /// were looked at.
  private int attack(int tries, int networks, IntFunction<String> address) {
    int lookedAt = 0;
    for (int i = 0; i < tries; i++) {
      lookedAt += begin(address.apply(i % networks)).retryAfter().isEmpty() ? 1 : 0;
    }
    return lookedAt;
  }

  private static String ofIpv4(int network) {
    return "198.51." + network + ".7";
  }

  /// Lets the owner sign in from eight places from which he never did, while the attack goes on.
  private int ownersSuccesses(int tries, int networks, IntFunction<String> address) {
    int successes = 0;
    for (int i = 0; i < 8; i++) {
      attack(tries / 8, networks, address);
      Brake.Try owner = begin("203.0.113." + i);
      if (owner.retryAfter().isEmpty()) {
        brake.succeeded(owner);
        successes++;
      }
      fixture.clock.advance(Duration.ofSeconds(1));
    }
    return successes;
  }

  @Test
  void doesNotKeepTheOwnerOutFromFortyNetworks() {
    assertThat(ownersSuccesses(730, 40, KeptOutTest::ofIpv4)).isEqualTo(8);
  }

  @Test
  @Tag("load")
  void doesNotKeepTheOwnerOutFromThreeTimesAsMany() {
    assertThat(ownersSuccesses(2190, 120, KeptOutTest::ofIpv4)).isEqualTo(8);
  }

  @Test
  void takesAllThatBeginsWithThe48BitsOfOneCustomerForOneNetwork() {
    assertThat(ownersSuccesses(730, 120, i -> "2001:db8:1:" + Integer.toHexString(i) + "::1"))
        .isEqualTo(8);
    // Others have made the account wait.
    attack(200, 40, KeptOutTest::ofIpv4);
    int lookedAt = attack(60, 60, i -> "2001:db8:2:" + Integer.toHexString(i) + "::1");
    assertThat(lookedAt).isLessThanOrEqualTo(3 + 1);
  }

  @Test
  void letsNoMoreThrough() {
    // Each try from another network, an hour long, a try every three seconds.
    int lookedAt = 0;
    for (int i = 0; i < 1200; i++) {
      lookedAt += attack(1, 1, network(i));
      fixture.clock.advance(Duration.ofSeconds(3));
    }
    // 30 are free, the next four wait from 5 to 40 seconds, and one a minute follows; past the wait
    // go 500, and one each 3 minutes.
    assertThat(lookedAt).isBetween(500, 30 + 4 + 60 + 500 + 20);
  }

  private static IntFunction<String> network(int i) {
    return _ -> "10." + i / 65536 + "." + i / 256 % 256 + "." + i % 256;
  }

  @Test
  void doesNotGiveMoreTriesToGuessersBecauseTheOwnerSignsIn() {
    assertThat(attack(36, 36, KeptOutTest::ofIpv4)).isEqualTo(36);
    Brake.Try owner = begin("203.0.113.1");
    assertThat(owner.retryAfter()).isEmpty();
    brake.succeeded(owner);
    String used = "198.51.0.7";
    assertThat(attack(2, 1, _ -> used)).isEqualTo(2);
    assertThat(begin(used).retryAfter()).isPresent();
  }

  @Test
  void countsTriesOfAKnownDeviceApart() {
    String device = fixture.core.knownDevices().remember(ADA);
    attack(100, 1, _ -> "203.0.113.1");
    assertThat(begin("203.0.113.1").retryAfter()).isPresent();
    Origin known = new Origin("203.0.113.1", device);
    for (int i = 0; i < 6; i++) {
      assertThat(brake.begin(ADA, known).retryAfter()).isEmpty();
    }
    assertThat(brake.begin(ADA, known).retryAfter()).isPresent();
    fixture.clock.advance(Duration.ofSeconds(5));
    Brake.Try owner = brake.begin(ADA, known);
    assertThat(owner.retryAfter()).isEmpty();
    brake.succeeded(owner);
    assertThat(brake.begin(ADA, known).retryAfter()).isEmpty();
  }

  @Test
  void knowsNoDeviceThatIsAnothersOrTooOldOrMadeUp() {
    KnownDevices devices = fixture.core.knownDevices();
    String device = devices.remember(ADA);
    assertThat(devices.name(ADA, device)).isPresent();
    assertThat(devices.name(new EmailAddress("eve@example.org"), device)).isEmpty();
    assertThat(devices.name(ADA, null)).isEmpty();
    for (String madeUp :
        new String[] {"", ".", "..", "a.99999999999.b", device + "x", "x" + device}) {
      assertThat(devices.name(ADA, madeUp)).isEmpty();
    }
    fixture.clock.advance(KnownDevices.KNOWN);
    assertThat(devices.name(ADA, device)).isEmpty();
  }

  @Test
  void asksForCodesWhateverIsFailedAtPasswords() {
    attack(80, 40, KeptOutTest::ofIpv4);
    attack(10, 1, _ -> "203.0.113.1");
    fixture.clock.advance(Duration.ofMinutes(5));
    Brake.Try code = brake.beginCode(ADA, Origin.at("203.0.113.2"));
    assertThat(code.retryAfter()).isEmpty();
    int lookedAt = 0;
    for (int i = 0; i < 600; i++) {
      lookedAt +=
          brake.beginCode(ADA, Origin.at(network(i).apply(0))).retryAfter().isEmpty() ? 1 : 0;
    }
    assertThat(lookedAt).isBetween(500, 30 + 500);
  }
}
