package org.meetwright.core.calendar.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.account.RemoteProviders;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;
import org.meetwright.core.calendar.consent.CalendarConsents.Begun;
import org.meetwright.core.calendar.consent.CalendarConsents.Traveller;
import org.meetwright.core.calendar.consent.ConsentOutcome.Connected;
import org.meetwright.core.calendar.consent.ScriptedOAuth;
import org.meetwright.core.calendar.remote.FaultCode;
import org.meetwright.core.calendar.remote.ProviderKind;
import org.meetwright.core.calendar.remote.RemoteFault;
import org.meetwright.core.calendar.remote.oauth.AccessTokens;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseSettings;

/// Who renews an account's tokens, and what becomes of them. The service takes each refresh token
/// once: whoever used one twice, or lost one, would be locked out.
@ParameterizedClass
@EachDatabase
@Timeout(300)
class RenewedTokensTest {
  private static final URI BACK = URI.create("https://meet.example.org/account/calendars/consent");

  @Parameter DatabaseKind kind;
  private final ScriptedOAuth service = new ScriptedOAuth();
  private Fixture fixture;
  private UUID connection;
  private AccessTokens tokens;

  @BeforeEach
  void connect() {
    fixture = new Fixture(kind, new RemoteProviders(List.of(service)));
    Traveller ada = new Traveller(fixture.ada.id(), "session");
    var consents = fixture.core.calendarConsents();
    Begun begun = consents.begin(ada, ProviderKind.GOOGLE, BACK, null).orElseThrow();
    Answer answer = new Answer(begun.state(), service.consented(begun.state()), "");
    connection = ((Connected) consents.end(ada, answer)).connection().id();
    tokens = tokens(fixture.core.database(), fixture.clock);
  }

  @AfterEach
  void close() {
    fixture.close();
  }

  private AccessTokens tokens(Database database, InstantSource clock) {
    return new StoredTokens(database, Sealer.open(database, clock), clock).of(connection, service);
  }

  @Test
  void isRenewedAMinuteBeforeItEnds() throws Exception {
    String first = tokens.current();
    fixture.clock.advance(ScriptedOAuth.LIFETIME.minus(RenewedTokens.MARGIN).minusSeconds(1));
    assertThat(tokens.current()).isEqualTo(first);
    fixture.clock.advance(Duration.ofSeconds(1));
    assertThat(tokens.current()).isNotEqualTo(first).satisfies(this::isAccepted);
    assertThat(service.renewals).hasValue(1);
  }

  private void isAccepted(String token) {
    assertThat(service.accepts(token)).isTrue();
  }

  @Test
  @Timeout(120)
  void isRenewedOnceBySixteenAtATimeOnTwoNodes() throws Exception {
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    service.whileRenewing = () -> LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    try (Database second = fixture.database.open()) {
      List<AccessTokens> nodes = List.of(tokens, tokens(second, fixture.clock));
      for (int round = 1; round <= 5; round++) {
        assertThat(raced(nodes)).hasSize(16).containsOnly(tokens.current());
        assertThat(service.renewals).hasValue(round);
        isAccepted(tokens.current());
        fixture.clock.advance(ScriptedOAuth.LIFETIME);
      }
    }
  }

  private static List<String> raced(List<AccessTokens> nodes) throws Exception {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<String>> racing = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (int i = 0; i < 16; i++) {
        AccessTokens node = nodes.get(i % nodes.size());
        racing.add(
            threads.submit(
                () -> {
                  start.await();
                  return node.current();
                }));
      }
      start.countDown();
      List<String> got = new ArrayList<>();
      for (Future<String> one : racing) {
        got.add(one.get(60, TimeUnit.SECONDS));
      }
      return got;
    }
  }

  @Test
  void isRenewedIfTheServiceRefusesIt() throws Exception {
    String first = tokens.current();
    service.refuseAccessTokens();
    String second = tokens.insteadOf(first);
    isAccepted(second);
    // Someone else heard of the first one's end late.
    assertThat(tokens.insteadOf(first)).isEqualTo(second);
    assertThat(service.renewals).hasValue(1);
  }

  @Test
  void isRenewedThoughAnotherNodesClockIsBehind() throws Exception {
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    String good = tokens.current();
    // Twenty minutes behind, it thinks that the token ends later, and at worst hears 401.
    InstantSource behind = InstantSource.fixed(fixture.clock.instant().minusSeconds(1200));
    AccessTokens late = tokens(fixture.core.database(), behind);
    assertThat(late.current()).isEqualTo(good);
    service.refuseAccessTokens();
    isAccepted(late.insteadOf(good));
    // Two hours ahead, it renews what is good, and nothing is lost.
    InstantSource ahead = InstantSource.fixed(fixture.clock.instant().plusSeconds(7200));
    String renewed = tokens(fixture.core.database(), ahead).current();
    isAccepted(renewed);
    assertThat(tokens.current()).isEqualTo(renewed);
  }

  @Test
  void staysIfTheServiceFails() throws Exception {
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    service.fail(new RemoteFault(FaultCode.FAILED, "It fails."));
    assertThatThrownBy(tokens::current).isInstanceOf(RemoteFault.class);
    isAccepted(tokens.current());
  }

  @Test
  void isNotAskedForAgainOnceTheServiceRefusesToRenewIt() {
    service.withdraw();
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(tokens::current)
          .isInstanceOfSatisfying(
              RemoteFault.class,
              fault -> assertThat(fault.kind()).isEqualTo(RemoteFault.FaultKind.SIGN_IN));
    }
    assertThat(service.renewals).hasValue(1);
  }

  @Test
  void isRenewedByAnotherProgramIfTheFirstIsKilledMeanwhile() throws Exception {
    fixture.clock.advance(ScriptedOAuth.LIFETIME);
    fixture.core.close();
    DatabaseSettings settings = fixture.database.settings();
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledRenewal.class.getName(),
                settings.url(),
                settings.keys().toString(),
                connection.toString(),
                fixture.clock.instant().toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader lines = program.inputReader()) {
      assertThat(lines.readLine()).isEqualTo("asking");
    } finally {
      program.destroyForcibly().waitFor();
    }
    try (Database database = fixture.database.open()) {
      fixture.clock.advance(RenewedTokens.LEASE);
      isAccepted(tokens(database, fixture.clock).current());
      assertThat(service.renewals).hasValue(1);
    }
  }
}
