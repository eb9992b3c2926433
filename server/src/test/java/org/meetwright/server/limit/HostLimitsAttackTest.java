package org.meetwright.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/// A stranger with many networks wants to use up what others may book with a host.
@ParameterizedClass
@EachDatabase
@Tag("attack")
final class HostLimitsAttackTest {
  private static final String FREE = "2026-03-09T14:00:00Z";
  private static final String NEVER_FREE = "2026-03-09T03:00:00Z";

  @Parameter DatabaseKind kind;
  private ServerFixture server;
  private int networks;

  @BeforeEach
  void start() {
    AddressBlock proxy = AddressBlock.parse("127.0.0.1");
    server =
        new ServerFixture(
            kind,
            new ServerSettings(
                "127.0.0.1",
                0,
                null,
                null,
                List.of(proxy),
                true,
                new ConnectionNumbers(100, 100),
                Duration.ZERO));
    server.addEventType("intro", "\"seats\": 1000");
  }

  @AfterEach
  void close() {
    server.close();
  }

  private Answer book(String start, String email) {
    networks++;
    String from = "10." + networks / 62500 + "." + networks / 250 % 250 + "." + networks % 250;
    return server.send(
        server
            .request("/api/v1/bookings")
            .header("X-Forwarded-For", from)
            .POST(BodyPublishers.ofString(ServerFixture.booking(start, email))));
  }

  /// Returns what ada's allowance is called.
  private String allowance() {
    UUID ada = server.core.ada.id();
    return "bookings with " + ada;
  }

  @Test
  void doesNotUseUpAHostsAllowanceWithRefusedRequests() {
    for (int i = 0; i < 3 * BookingLimits.MADE.burst(); i++) {
      Answer refused = book(NEVER_FREE, "mallory" + i + "@example.com");
      assertThat(refused.status()).isEqualTo(422);
      // As fast as a node looks at wishes for one host.
      server.core.clock.advance(BookingLimits.TRIES.step());
    }
    assertThat(server.core.core.rateLimits().look(allowance(), BookingLimits.MADE)).isZero();
    assertThat(book(FREE, "bob@example.com").status()).isEqualTo(201);
  }

  @Test
  void looksAtNoMoreWishesForOneHostThanANodeCanBear() {
    for (int i = 0; i < BookingLimits.TRIES.burst(); i++) {
      assertThat(book(NEVER_FREE, "mallory@example.com").status()).isEqualTo(422);
    }
    Answer tooFast = book(NEVER_FREE, "mallory@example.com");
    assertThat(tooFast.status()).isEqualTo(429);
    assertThat(tooFast.response().headers().firstValue("Retry-After")).contains("1");
    server.core.clock.advance(BookingLimits.TRIES.step());
    assertThat(book(FREE, "bob@example.com").status()).isEqualTo(201);
  }

  @Test
  void countsBookingsThatWereMadeWhoeverMadeThem() {
    for (int i = 0; i < BookingLimits.MADE.burst(); i++) {
      server.core.core.rateLimits().take(allowance(), BookingLimits.MADE);
    }
    assertThat(book(FREE, "bob@example.com").status()).isEqualTo(429);
    server.core.clock.advance(BookingLimits.MADE.step());
    assertThat(book(FREE, "bob@example.com").status()).isEqualTo(201);
    assertThat(book(FREE, "carl@example.com").status()).isEqualTo(429);
  }

  @Test
  void countsAWishOnlyOnceItIsConfirmed() {
    server.addEventType("asked", "\"confirmEmail\": true");
    String wish = ServerFixture.booking("ada/asked", FREE, "bob@example.com");
    assertThat(server.post("/api/v1/bookings", wish).status()).isEqualTo(202);
    for (int i = 0; i < BookingLimits.MADE.burst() - 1; i++) {
      server.core.core.rateLimits().take(allowance(), BookingLimits.MADE);
    }
    assertThat(server.core.core.rateLimits().look(allowance(), BookingLimits.MADE)).isZero();

    var confirmations = server.core.core.confirmations();
    UUID waiting = confirmations.waiting(server.core.ada.id()).getFirst().id();
    String path = "/api/v1/confirmations/" + confirmations.token(waiting);
    assertThat(server.post(path, "{}").status()).isEqualTo(201);
    assertThat(server.core.core.rateLimits().look(allowance(), BookingLimits.MADE))
        .isEqualTo(BookingLimits.MADE.step());
  }
}
