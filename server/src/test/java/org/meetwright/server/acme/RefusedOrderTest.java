package org.meetwright.server.acme;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.core.Fixture;
import org.meetwright.core.certificate.CertificateState;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.settings.AcmeSettings;

/// With an authority that makes no account (RFC 8555, 6.6 and 6.7), as Pebble cannot be made to.
final class RefusedOrderTest {
  @TempDir Path directory;
  private final Fixture core = new Fixture(DatabaseKind.H2);
  private HttpsServer authority;
  private Path vouching;
  private int status;
  private String problem;
  private @Nullable String retryAfter;
  private int accounts;

  @BeforeEach
  void start() throws Exception {
    TestCertificate own = TestCertificate.make(directory, "localhost");
    String pem = Files.readString(own.pem());
    vouching =
        Files.writeString(
            directory.resolve("authority.pem"), pem.substring(pem.indexOf("-----BEGIN CERT")));
    authority = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    authority.setHttpsConfigurator(new HttpsConfigurator(own.context()));
    authority.createContext("/directory", this::directory);
    authority.createContext("/nonce", exchange -> answer(exchange, 200, "text/plain", ""));
    authority.createContext(
        "/account",
        exchange -> {
          accounts++;
          if (retryAfter != null) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
          }
          answer(exchange, status, "application/problem+json", problem);
        });
    authority.start();
  }

  @AfterEach
  void close() {
    authority.stop(0);
    core.close();
  }

  private String url(String path) {
    return "https://localhost:" + authority.getAddress().getPort() + path;
  }

  private void directory(HttpExchange exchange) throws IOException {
    answer(
        exchange,
        200,
        "application/json",
        """
        {"newNonce": "%s", "newAccount": "%s", "newOrder": "%s",
         "meta": {"termsOfService": "https://ca.example.org/terms"}}
        """
            .formatted(url("/nonce"), url("/account"), url("/order")));
  }

  private static void answer(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Replay-Nonce", "MYAuvOpaoIiywTezizk5vw");
    exchange.getResponseHeaders().set("Content-Type", type);
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head ? -1 : bytes.length);
    if (!head) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private CertificateState refuse(int with, String document) throws Exception {
    status = with;
    problem = document;
    AcmeSettings settings =
        new AcmeSettings(
            "meet.example.org",
            80,
            URI.create(url("/directory")),
            vouching,
            null,
            true,
            core.database.home().resolve("certificate.pem"));
    new CertificateRenewal(core.core.certificates(), settings, "meet.example.org", core.clock)
        .look();
    return core.core.certificates().state("meet.example.org").orElseThrow();
  }

  @Test
  void waitsAsLongAsTheAuthorityWishes() throws Exception {
    Instant wished = core.clock.instant().plus(Duration.ofHours(30));
    retryAfter = DateTimeFormatter.RFC_1123_DATE_TIME.format(wished.atOffset(ZoneOffset.UTC));

    CertificateState state =
        refuse(
            429,
            """
            {"type": "urn:ietf:params:acme:error:rateLimited", "detail": "Too many accounts"}
            """);

    assertThat(state.error()).contains("wants fewer requests").contains("Too many accounts");
    assertThat(state.nextAt()).isEqualTo(wished);
    assertThat(refuse(429, "{}").failures()).isEqualTo(1);
    assertThat(accounts).isEqualTo(1);
  }

  @Test
  void saysWhatIsRefused() throws Exception {
    assertThat(
            refuse(
                    400,
                    """
                    {"type": "urn:ietf:params:acme:error:invalidContact", "detail": "No such mail"}
                    """)
                .error())
        .contains("refuses: No such mail")
        .contains("urn:ietf:params:acme:error:invalidContact");
  }

  @Test
  void givesUpABadNonceAfterSomeTries() throws Exception {
    assertThat(
            refuse(400, "{\"type\": \"urn:ietf:params:acme:error:badNonce\", \"detail\": \"Old\"}")
                .error())
        .contains("Old");
    assertThat(accounts).isBetween(2, 20);
  }

  @Test
  void saysThatAnotherServerIsThere() throws Exception {
    assertThat(refuse(500, "<html>").error())
        .containsAnyOf(
            "does not answer as a certificate authority", "refuses", "cannot be reached");
  }

  @Test
  void triesLessAndLessOftenButTwiceADay() {
    Instant now = core.clock.instant();

    assertThat(CertificateRenewal.next(now, 0, null)).isEqualTo(now.plusSeconds(120));
    assertThat(CertificateRenewal.next(now, 1, null)).isEqualTo(now.plusSeconds(360));
    assertThat(CertificateRenewal.next(now, 5, null)).isEqualTo(now.plusSeconds(29_160));
    assertThat(CertificateRenewal.next(now, 1_000_000, null))
        .isEqualTo(now.plus(Duration.ofHours(12)));
    assertThat(CertificateRenewal.next(now, 0, now.plusSeconds(5)))
        .as("the authority's wish is no reason to hurry")
        .isEqualTo(now.plusSeconds(120));
    assertThat(CertificateRenewal.next(now, 0, now.plus(Duration.ofDays(1000))))
        .isEqualTo(now.plus(Duration.ofDays(8)));
  }
}
