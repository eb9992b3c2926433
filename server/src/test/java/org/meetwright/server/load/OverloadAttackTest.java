package org.meetwright.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.load.Visitor.Visit;

/// What took the server down, at three times the size, again and again for half a minute, while a
/// visitor books every second. That he is served, that nothing fails but with 503, and that the
/// memory is given back, is asserted. His times are printed, and stated in `docs/performance.md`.
@Tag("attack")
@Tag("load")
@Timeout(900)
final class OverloadAttackTest {
  private static final long SECONDS = 30;

  /// Attackers may not hold more of the heap when they have gone than before they came.
  private static final long GROWTH_MEBIBYTES = 24;

  @TempDir Path directory;
  private ServerProcess server;
  private Crowd crowd;
  private Visitor visitor;

  /// Where the attackers are.
  enum Origin {
    ONE_ADDRESS,
    MANY_ADDRESSES;

    IntFunction<String> addresses(int round) {
      return number -> this == ONE_ADDRESS ? "127.0.1.1" : Crowd.address(2000 * round + number);
    }
  }

  private interface Round {
    void run(IntFunction<String> from) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = new ServerProcess(directory);
    crowd = new Crowd(server.url());
    visitor = new Visitor(server.url());
  }

  @AfterEach
  void stop() throws Exception {
    visitor.close();
    crowd.close();
    server.close();
  }

  private void attack(String name, Origin origin, long secondsBetween, Round round)
      throws Exception {
    visitor.warmUp(120);
    visitor.begin();
    visitor.await(10);
    List<Visit> before = visitor.visits();
    long heap = server.usedMebibytes();
    long begun = System.nanoTime();
    for (int i = 0; System.nanoTime() - begun < TimeUnit.SECONDS.toNanos(SECONDS); i++) {
      round.run(origin.addresses(i));
      waitUntil(begun + TimeUnit.SECONDS.toNanos((i + 1) * secondsBetween));
    }
    List<Visit> during = visitor.visits();
    crowd.close();
    visitor.await(3);
    List<Visit> after = visitor.visits();
    long heapAfterwards = server.usedMebibytes();
    System.out.printf(
        "| %s, %s | %d | %d | %d | %d | %d | %d | %s | %d | %d |%n",
        name,
        origin.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
        Visitor.percentile(before, 50),
        during.size(),
        Visitor.percentile(during, 50),
        Visitor.percentile(during, 99),
        during.stream().mapToInt(Visit::busy).sum(),
        Visitor.percentile(after, 50),
        crowd.statuses(),
        heap,
        heapAfterwards);
    assertThat(during).as("the visitor").allMatch(visit -> visit.status() == 201);
    assertThat(after).as("the visitor, afterwards").allMatch(visit -> visit.status() == 201);
    assertThat(crowd.statuses().keySet())
        .as("attackers")
        .allMatch(status -> status < 500 || status == 503);
    assertThat(server.isAlive()).isTrue();
    assertThat(heapAfterwards).isLessThan(heap + GROWTH_MEBIBYTES);
  }

  private static void waitUntil(long nanos) {
    LockSupport.parkNanos(Math.max(nanos - System.nanoTime(), 0));
  }

  @ParameterizedTest
  @EnumSource
  void withstandsHalfSentRequests(Origin origin) throws Exception {
    String bodyPromised =
        "POST /api/v1/bookings HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Content-Length: 65000\r\n\r\n{";
    List<String> halves = List.of("GET / HT", "GET / HTTP/1.1\r\nHost: x\r\n", bodyPromised);
    attack(
        "6,000 half-sent requests",
        origin,
        10,
        from -> {
          crowd.close();
          for (int i = 0; i < 6000; i++) {
            // 100 each, if from many.
            crowd.leave(from.apply(i / 100), halves.get(i % halves.size()));
          }
        });
  }

  @ParameterizedTest
  @EnumSource
  void withstandsBookingsOfTwentyThousandObjects(Origin origin) throws Exception {
    String booking =
        ServerFixture.booking("2030-01-01T10:00:00Z", "eve@example.com")
            .replaceFirst(
                "\\{",
                "{\"answers\": {\""
                    + UUID.randomUUID()
                    + "\": ["
                    + "{},".repeat(20_800)
                    + "{}]}, ");
    String request = Requests.post("/api/v1/bookings", "", booking);
    attack(
        "600 bookings of 64 KiB a second",
        origin,
        1,
        from -> crowd.ask(600, from, number -> request));
  }

  @ParameterizedTest
  @EnumSource
  void withstandsLargeAnswers(Origin origin) throws Exception {
    LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
    String request =
        Requests.get(
            "/api/v1/hosts/ada/event-types/dense/slots?zone=UTC&from="
                + tomorrow
                + "&to="
                + tomorrow.plusDays(60));
    attack(
        "180 answers of megabytes, not taken, and 180 taken",
        origin,
        1,
        from -> {
          crowd.close();
          for (int i = 0; i < 180; i++) {
            crowd.leave(from.apply(i), request);
          }
          crowd.ask(180, number -> from.apply(180 + number), number -> request);
        });
  }

  @ParameterizedTest
  @EnumSource
  void withstandsGuessesWithASession(Origin origin) throws Exception {
    String request =
        Requests.post(
            "/api/v1/me/password",
            "Authorization: Bearer " + server.session() + "\r\n",
            "{\"current\": \"wrong wrong\", \"new\": \"another long one\"}");
    attack(
        "900 passwords a second with one session",
        origin,
        1,
        from -> crowd.ask(900, from, number -> request));
  }

  @ParameterizedTest
  @EnumSource
  void withstandsGuessesOfTokens(Origin origin) throws Exception {
    attack(
        "900 tokens a second",
        origin,
        1,
        from ->
            crowd.ask(
                900,
                from,
                number ->
                    Requests.post(
                        "/api/v1/me/password",
                        "Authorization: Bearer " + UUID.randomUUID() + "\r\n",
                        "{\"current\": \"wrong wrong\", \"new\": \"another long one\"}")));
  }

  @ParameterizedTest
  @EnumSource
  void withstandsGuessesAtSignIn(Origin origin) throws Exception {
    attack(
        "900 passwords a second to sign in with",
        origin,
        1,
        from ->
            crowd.ask(
                900,
                from,
                number ->
                    Requests.post(
                        "/api/v1/sessions",
                        "",
                        "{\"email\": \"%s@example.org\", \"password\": \"wrong\"}"
                            .formatted(number % 2 == 0 ? "crowd" : UUID.randomUUID()))));
  }
}
