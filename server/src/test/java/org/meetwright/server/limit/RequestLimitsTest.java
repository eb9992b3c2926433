package org.meetwright.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.ServerFixture.Answer;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;

@ParameterizedClass
@EachDatabase
final class RequestLimitsTest {
  private static final String SLOTS =
      "/api/v1/hosts/ada/event-types/intro/slots?from=2026-03-09&to=2026-03-09";

  @Parameter DatabaseKind kind;
  private ServerFixture server;

  @AfterEach
  void close() {
    server.close();
  }

  private void start(AddressBlock... trusted) {
    server =
        new ServerFixture(
            kind,
            new ServerSettings(
                "127.0.0.1",
                0,
                null,
                null,
                List.of(trusted),
                true,
                new ConnectionNumbers(100, 100),
                Duration.ZERO));
    server.addEventType("intro", "\"seats\": 1000");
  }

  private Answer book(int number) {
    return server.post(
        "/api/v1/bookings",
        ServerFixture.booking("2026-03-09T14:00:00Z", "bob" + number + "@example.com"));
  }

  private HttpRequest.Builder slotsFor(String forwarded) {
    return server.request(SLOTS).header("X-Forwarded-For", forwarded).GET();
  }

  private Answer askUntilRefused(String forwarded) {
    for (int i = 0; i <= RequestLimits.REQUESTS.burst(); i++) {
      Answer answer = server.send(slotsFor(forwarded));
      if (answer.status() != 200) {
        return answer;
      }
    }
    throw new AssertionError("Never refused");
  }

  @Test
  void refusesMoreRequestsThanAreWelcomeAndTellsWhenTheNextOneIs() {
    start();
    Answer refused = askUntilRefused("198.51.100.1");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.code()).isEqualTo("too_many_requests");
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("1");
    assertThat(server.get("/health").status()).isEqualTo(200);

    server.core.clock.advance(Duration.ofSeconds(1));
    assertThat(server.get(SLOTS).status()).isEqualTo(200);
  }

  /// Was outside all limits: its path begins like that of the health checks.
  @Test
  @Tag("attack")
  void countsPagesOfAHostWhoseHandleBeginsWithHealth() {
    start();
    askUntilRefused("198.51.100.1");
    assertThat(server.get("/health-center/visit").status()).isEqualTo(429);
  }

  @Test
  void doesNotBelieveStrangersForWhomTheyAsk() {
    start();
    askUntilRefused("198.51.100.1");
    assertThat(server.send(slotsFor("198.51.100.2")).status()).isEqualTo(429);
  }

  @Test
  void countsTheClientsOfATrustedProxyApart() {
    start(AddressBlock.parse("127.0.0.1"));
    askUntilRefused("198.51.100.1");

    assertThat(server.send(slotsFor("198.51.100.2")).status()).isEqualTo(200);
    assertThat(server.send(slotsFor("198.51.100.2, 198.51.100.1")).status()).isEqualTo(429);
    assertThat(server.send(slotsFor("198.51.100.1:4711")).status()).isEqualTo(429);
  }

  @Test
  void countsOneIpv6CustomerOnce() {
    start(AddressBlock.parse("127.0.0.1"));
    askUntilRefused("2001:db8:1:2::1");

    assertThat(server.send(slotsFor("[2001:db8:1:2:3:4:5:6]:4711")).status()).isEqualTo(429);
    assertThat(server.send(slotsFor("2001:db8:1:3::1")).status()).isEqualTo(200);
  }

  /// One customer of a provider may have 2 to the power of 16 networks.
  @Test
  @Tag("attack")
  void countsTheNetworksOfOneIpv6CustomerTogether() {
    start(AddressBlock.parse("127.0.0.1"));
    int answered = 0;
    int most = 16 * RequestLimits.CHANGES.burst();
    for (int i = 0; i < most + 100; i++) {
      // Each from another network of 64 bits, and after 256 from another one of 56 bits.
      String from = "2001:db8:1:%x::1".formatted(i);
      int status = server.send(cancelFor(from)).status();
      assertThat(status).isIn(404, 429);
      answered += status == 404 ? 1 : 0;
    }
    // Of the networks of 56 bits, 4 had 256 tries each and the last the rest.
    assertThat(answered).isEqualTo(most);
    assertThat(server.send(cancelFor("2001:db8:2::1")).status()).isEqualTo(404);
  }

  @Test
  @Tag("attack")
  void countsTheNetworksOf56BitsTogether() {
    start(AddressBlock.parse("127.0.0.1"));
    int most = 4 * RequestLimits.CHANGES.burst();
    for (int i = 0; i < most; i++) {
      assertThat(server.send(cancelFor("2001:db8:1:%x::1".formatted(i))).status()).isEqualTo(404);
    }
    assertThat(server.send(cancelFor("2001:db8:1:ff::1")).status()).isEqualTo(429);
    assertThat(server.send(cancelFor("2001:db8:1:100::1")).status()).isEqualTo(404);
  }

  private HttpRequest.Builder cancelFor(String forwarded) {
    return server
        .request("/api/v1/manage/unknown/cancel")
        .header("X-Forwarded-For", forwarded)
        .POST(BodyPublishers.ofString("{}"));
  }

  @Test
  void refusesMoreBookingsThanOneClientMakesByHand() {
    start();
    for (int i = 0; i < RequestLimits.CHANGES.burst(); i++) {
      assertThat(book(i).status()).isEqualTo(201);
    }
    Answer refused = book(1000);

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After")).contains("2");
    assertThat(server.get(SLOTS).status()).isEqualTo(200);
    server.core.clock.advance(Duration.ofSeconds(2));
    assertThat(book(1000).status()).isEqualTo(201);
    assertThat(book(1001).status()).isEqualTo(429);
  }

  @Test
  void showsAPageToWhoBooksTooMuchByThePages() {
    start();
    for (int i = 0; i < RequestLimits.CHANGES.burst(); i++) {
      server.post("/ada/intro", "");
    }
    Answer refused = server.post("/ada/intro", "");

    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.response().headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.response().body()).contains("Too much at once");
  }
}
