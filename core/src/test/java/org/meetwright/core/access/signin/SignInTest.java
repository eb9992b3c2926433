package org.meetwright.core.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.Concurrently;
import org.meetwright.core.Core;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.Passwords;
import org.meetwright.core.access.brake.Brake;
import org.meetwright.core.access.brake.Origin;
import org.meetwright.core.access.signin.LinkedIdentities.Identity;
import org.meetwright.core.access.signin.LinkedIdentities.Linked;
import org.meetwright.core.access.signin.SignIn.Attempt;
import org.meetwright.core.access.signin.SignInOutcome.CodeRequired;
import org.meetwright.core.access.signin.SignInOutcome.Refused;
import org.meetwright.core.access.signin.SignInOutcome.SignedIn;
import org.meetwright.core.access.signin.SignInOutcome.TooManyTries;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;
import org.meetwright.core.value.EmailAddress;

@ParameterizedClass
@EachDatabase
class SignInTest {
  private static final String RIGHT = "correct horse";
  private static final String WRONG = "battery staple";
  private static final String HOME = "192.0.2.7";
  private static final String ISSUER = "https://id.example.org";

  /// Hashed once: it takes long on purpose.
  private static final String HASH = Passwords.hash(RIGHT);

  @Parameter DatabaseKind kind;
  private Fixture fixture;

  @BeforeEach
  void open() {
    fixture = new Fixture(kind);
    fixture.core.passwordChanges().change(fixture.ada.id(), HASH, null);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private SignInOutcome signIn(String email, String password, String address) {
    return signIn(fixture.core, email, password, null, address);
  }

  private static SignInOutcome signIn(
      Core core, String email, String password, @Nullable String code, String address) {
    return core.signIn()
        .signIn(new Attempt(new EmailAddress(email), password, code, Origin.at(address), "test"));
  }

  private SignInOutcome ada(String password, String address) {
    return signIn("ada@example.org", password, address);
  }

  /// Begins tries that are never said to have succeeded, as [SignIn] does when it refuses; without
  /// the work of looking at passwords.
  private void fail(int times, String email, String address) {
    for (int i = 0; i < times; i++) {
      Brake.Try begun = fixture.core.brake().begin(new EmailAddress(email), Origin.at(address));
      assertThat(begun.retryAfter()).isEmpty();
    }
  }

  private static Duration retryAfter(SignInOutcome outcome) {
    assertThat(outcome).isInstanceOf(TooManyTries.class);
    return ((TooManyTries) outcome).retryAfter();
  }

  @Test
  void slowsDownAfterFiveFailuresTwiceAsLongEachTime() {
    fail(6, "ada@example.org", HOME);
    for (int seconds : List.of(5, 10, 20, 40, 80, 160, 320, 640, 900, 900)) {
      assertThat(retryAfter(ada(RIGHT, HOME))).isEqualTo(Duration.ofSeconds(seconds));
      fixture.clock.advance(Duration.ofSeconds(seconds).minusNanos(1_000_000));
      assertThat(retryAfter(ada(RIGHT, HOME))).isEqualTo(Duration.ofSeconds(1));
      fixture.clock.advance(Duration.ofMillis(1));
      fail(1, "ada@example.org", HOME);
    }
    fixture.clock.advance(Duration.ofMinutes(15));
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
  }

  @Test
  void forgetsFailuresAfterASuccessOrADay() {
    fail(5, "ada@example.org", HOME);
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
    fail(6, "ada@example.org", HOME);
    assertThat(ada(RIGHT, HOME)).isInstanceOf(TooManyTries.class);
    fixture.clock.advance(Duration.ofDays(1).plusSeconds(1));
    fail(6, "ada@example.org", HOME);
    assertThat(ada(RIGHT, HOME)).isInstanceOf(TooManyTries.class);
  }

  @Test
  void answersForAnUnknownAccountAsForAWrongPassword() {
    for (int i = 0; i < 6; i++) {
      assertThat(signIn("nobody@example.org", WRONG, HOME)).isEqualTo(new Refused());
    }
    assertThat(retryAfter(signIn("nobody@example.org", WRONG, HOME)))
        .isEqualTo(Duration.ofSeconds(5));
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
  }

  @Test
  void countsOnAllNodesTogether() {
    try (Core other = Core.on(fixture.database.open(), fixture.clock)) {
      for (int i = 0; i < 3; i++) {
        assertThat(ada(WRONG, HOME)).isEqualTo(new Refused());
        assertThat(signIn(other, "ada@example.org", WRONG, null, HOME)).isEqualTo(new Refused());
      }
      assertThat(signIn(other, "ada@example.org", RIGHT, null, HOME))
          .isInstanceOf(TooManyTries.class);
      assertThat(ada(RIGHT, HOME)).isInstanceOf(TooManyTries.class);
      fixture.clock.advance(Duration.ofSeconds(5));
      SignInOutcome in = signIn(other, "ada@example.org", RIGHT, null, HOME);
      String token = ((SignedIn) in).session().token();
      assertThat(fixture.core.access().authenticate(token)).isPresent();
    }
  }

  @Test
  void letsNoMoreThroughWhenTheyComeAtOnce() throws Exception {
    List<SignInOutcome> outcomes = Concurrently.run(16, i -> ada(WRONG, HOME));
    assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(6);
    assertThat(outcomes).filteredOn(TooManyTries.class::isInstance).hasSize(10);
  }

  @Test
  void slowsDownWhoTriesManyAccountsFromOneAddress() {
    for (int i = 0; i < 31; i++) {
      fail(1, "host" + i + "@example.org", HOME);
    }
    assertThat(retryAfter(ada(RIGHT, HOME))).isEqualTo(Duration.ofSeconds(5));
    assertThat(ada(RIGHT, "192.0.2.8")).isInstanceOf(SignedIn.class);
  }

  @Test
  @Tag("attack")
  void countsTheLargerNetworksOfIpv6AsAFewClients() {
    // A client may fail five times on an account: 56 bits, which count as four, twenty times.
    IntStream.range(0x100, 0x115).forEach(i -> fail(1, "ada@example.org", inIpv6(i)));
    assertThat(retryAfter(ada(RIGHT, inIpv6(0x1ff)))).isEqualTo(Duration.ofSeconds(5));
    assertThat(ada(RIGHT, inIpv6(0x200))).isInstanceOf(SignedIn.class);
    // And thirty times on any account: 48 bits, which count as sixteen, 480 times.
    for (int i = 0; i < 459 + 1; i++) {
      fail(1, "host" + i + "@example.org", inIpv6(0x1000 + (i % 64) * 0x100 + i));
    }
    assertThat(ada(RIGHT, inIpv6(0xffff))).isInstanceOf(TooManyTries.class);
    assertThat(ada(RIGHT, "2001:db8:2:1::1")).isInstanceOf(SignedIn.class);
  }

  private static String inIpv6(int network) {
    return "2001:db8:1:" + Integer.toHexString(network) + "::1";
  }

  @Test
  void countsTheHalfOfAnIpv6AddressThatACustomerHas() {
    IntStream.range(0, 6).forEach(i -> fail(1, "ada@example.org", "2001:db8:1:2::" + i));
    assertThat(ada(RIGHT, "2001:db8:1:2:ffff::1")).isInstanceOf(TooManyTries.class);
    assertThat(ada(RIGHT, "2001:db8:1:3::1")).isInstanceOf(SignedIn.class);
  }

  @Test
  void slowsDownManyAddressesButNotTheOneThatTheHostUses() {
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
    fail(3, "ada@example.org", "198.51.100.99");
    for (int i = 0; i < 28; i++) {
      fail(1, "ada@example.org", "198.51.100." + i);
    }
    assertThat(retryAfter(ada(RIGHT, "198.51.100.99"))).isEqualTo(Duration.ofSeconds(5));
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
    assertThat(ada(RIGHT, "198.51.100.98")).isInstanceOf(SignedIn.class);
  }

  @Test
  void makesNobodyWaitLongerThanAMinuteForOthersFailures() {
    for (int i = 0; i < 40; i++) {
      fail(1, "ada@example.org", "198.51.100." + i);
      fixture.clock.advance(i < 30 ? Duration.ZERO : Duration.ofMinutes(1));
    }
    assertThat(ada(RIGHT, HOME)).isInstanceOf(SignedIn.class);
  }

  @Test
  void keepsNoOldTriesAndNoAddresses() {
    fail(1, "ada@example.org", HOME);
    assertThat(tries()).hasSize(3);
    assertThat(fixture.dump("host")).doesNotContain("ada@example.org").doesNotContain(HOME);
    fixture.clock.advance(Duration.ofDays(1).plusSeconds(1));
    fail(1, "bob@example.org", "192.0.2.8");
    assertThat(tries()).hasSize(3);
  }

  private List<String> tries() {
    return fixture.dump().lines().filter(row -> row.startsWith("sign_in_tries")).toList();
  }

  @Test
  void asksForACodeOnceThePasswordIsRight() {
    String secret = fixture.core.secondFactor().enrol(fixture.ada).orElseThrow().secret();
    assertThat(fixture.core.secondFactor().confirm(fixture.ada.id(), code(secret))).isPresent();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(withCode(WRONG, code(secret))).isEqualTo(new Refused());
    for (int i = 0; i < 7; i++) {
      assertThat(ada(RIGHT, HOME)).isEqualTo(new CodeRequired(me(), false));
    }
    String code = code(secret);
    assertThat(withCode(RIGHT, code)).isInstanceOf(SignedIn.class);
    assertThat(withCode(RIGHT, code)).isEqualTo(new CodeRequired(me(), true));
  }

  @Test
  void slowsDownWhoGuessesCodes() {
    String secret = fixture.core.secondFactor().enrol(fixture.ada).orElseThrow().secret();
    assertThat(fixture.core.secondFactor().confirm(fixture.ada.id(), code(secret))).isPresent();
    fixture.clock.advance(Duration.ofMinutes(1));
    assertThat(ada(RIGHT, HOME)).isEqualTo(new CodeRequired(me(), false));
    for (int i = 0; i < 6; i++) {
      assertThat(withCode(RIGHT, "00000" + i)).isEqualTo(new CodeRequired(me(), true));
    }
    assertThat(withCode(RIGHT, code(secret))).isInstanceOf(TooManyTries.class);
  }

  private SignInOutcome withCode(String password, String code) {
    return signIn(fixture.core, "ada@example.org", password, code, HOME);
  }

  private String code(String secret) {
    return Totp.code(secret, Totp.step(fixture.clock.instant()));
  }

  @Test
  void findsAHostByWhoHeIsAtAProvider() {
    LinkedIdentities identities = fixture.core.linkedIdentities();
    EmailAddress email = fixture.ada.email();
    assertThat(identities.find(new Identity(ISSUER, "1", null))).isEmpty();
    assertThat(identities.find(new Identity(ISSUER, "1", new EmailAddress("x@example.org"))))
        .isEmpty();
    assertThat(identities.find(new Identity(ISSUER, "1", email))).isPresent();
    assertThat(identities.find(new Identity(ISSUER, "1", null))).isPresent();
    assertThat(identities.find(new Identity(ISSUER, "2", email))).isEmpty();
    assertThat(identities.find(new Identity("https://other.example.org", "1", null))).isEmpty();
  }

  @Test
  void forgetsWhoAHostIsAtAProvider() {
    LinkedIdentities identities = fixture.core.linkedIdentities();
    UUID ada = fixture.ada.id();
    UUID eve = fixture.addHost("eve").id();
    identities.find(new Identity(ISSUER, "1", fixture.ada.email()));
    assertThat(identities.list(ada))
        .containsExactly(new Linked(ISSUER, "1", fixture.clock.instant()));
    assertThat(identities.list(eve)).isEmpty();
    assertThat(identities.end(eve, ISSUER, "1")).isFalse();
    assertThat(identities.end(ada, ISSUER, "2")).isFalse();
    assertThat(identities.end(ada, ISSUER, "\0")).isFalse();
    assertThat(identities.end(ada, ISSUER, "1")).isTrue();
    assertThat(identities.list(ada)).isEmpty();
    assertThat(identities.find(new Identity(ISSUER, "1", null))).isEmpty();
    assertThat(identities.find(new Identity(ISSUER, "2", fixture.ada.email()))).isPresent();
  }

  private Host me() {
    return fixture.core.hosts().find(fixture.ada.id()).orElseThrow();
  }
}
