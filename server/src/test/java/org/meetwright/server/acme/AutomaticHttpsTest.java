package org.meetwright.server.acme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.meetwright.core.EachDatabase;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.certificate.CertificateState;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.settings.AcmeSettings;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.TlsFiles;
import org.meetwright.server.settings.Settings;

/// With a certificate authority for tests: Pebble, from Debian's package `pebble`.
@Timeout(600)
final class AutomaticHttpsTest {
  private static final String DOMAIN = "meet.example.org";

  @TempDir Path directory;
  private int port;

  @BeforeEach
  void needsPebble() throws Exception {
    boolean isThere = Files.isExecutable(Pebble.PROGRAM);
    assertThat(isThere || System.getenv("CI") == null).as("CI installs pebble").isTrue();
    assumeTrue(isThere, "pebble is not installed");
    port = Pebble.freePort();
  }

  private Pebble pebble() throws Exception {
    return Pebble.start(Files.createTempDirectory(directory, "pebble"), port);
  }

  /// Returns how a server is set up that orders at Pebble.
  private Settings settings(Fixture core, URI authority, Path vouching, int httpPort)
      throws IOException {
    Path file = core.database.home().resolve("certificate.pem");
    Settings usual = ServerFixture.settings(core, ServerFixture.UNLIMITED);
    ServerSettings server =
        new ServerSettings(
            "127.0.0.1",
            Pebble.freePort(),
            URI.create("https://" + DOMAIN),
            new TlsFiles(file, file),
            List.of(),
            false,
            usual.server().connections(),
            Duration.ZERO);
    return new Settings(
        usual.home(),
        usual.database(),
        server,
        new AcmeSettings(DOMAIN, httpPort, authority, vouching, null, true, file),
        usual.difficulty(),
        usual.keptMebibytes(),
        usual.lifetimes(),
        usual.mail(),
        usual.privateTargets(),
        usual.calendars(),
        usual.sms(),
        usual.oidc(),
        usual.log(),
        usual.updates());
  }

  /// Trusts what a certificate vouches for, and nothing else.
  private static SSLContext trusting(X509Certificate root) throws Exception {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("root", root);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// Asks as a browser does that was sent to the domain, and returns the certificate. It must be
  /// for that name, and vouched for.
  private static X509Certificate visit(SSLContext context, URI server) throws IOException {
    try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), server.getPort());
        SSLSocket socket =
            (SSLSocket) context.getSocketFactory().createSocket(plain, DOMAIN, 443, true)) {
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName(DOMAIN)));
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket
          .getOutputStream()
          .write(
              ("GET /health/live HTTP/1.1\r\nHost: " + DOMAIN + "\r\nConnection: close\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      InputStream in = socket.getInputStream();
      assertThat(new String(in.readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
      return (X509Certificate) socket.getSession().getPeerCertificates()[0];
    }
  }

  private static HttpResponse<String> http(int httpPort, String method, String path)
      throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + httpPort + path))
              .method(method, HttpRequest.BodyPublishers.noBody())
              .build(),
          BodyHandlers.ofString());
    }
  }

  private static CertificateState state(Fixture core) {
    return core.core.certificates().state(DOMAIN).orElseThrow();
  }

  @ParameterizedTest
  @EachDatabase
  void ordersAndRenewsWithoutLosingARequest(DatabaseKind kind) throws Exception {
    try (Fixture core = new Fixture(kind);
        Pebble pebble = pebble()) {
      Settings settings = settings(core, pebble.directory(), pebble.authority, pebble.httpPort);
      SSLContext context = trusting(pebble.root());
      try (MeetwrightServer server = MeetwrightServer.start(core.core, settings)) {
        X509Certificate first = visit(context, server.url());
        assertThat(first.getSubjectAlternativeNames()).containsExactly(List.of(2, DOMAIN));
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(settings.acme().file())))
            .isEqualTo("rw-------");

        AtomicBoolean isRenewed = new AtomicBoolean();
        CompletableFuture<Integer> visitor =
            CompletableFuture.supplyAsync(() -> visitUntil(context, server.url(), isRenewed));
        core.clock.set(String.valueOf(state(core).renewAt()));
        Patience.until(
            () ->
                visitor.isDone()
                    || !visit(context, server.url())
                        .getSerialNumber()
                        .equals(first.getSerialNumber()));
        isRenewed.set(true);
        assertThat(visitor.join()).isPositive();
        assertThat(state(core).failures()).isZero();
      }
      // The next one takes up what is there.
      try (MeetwrightServer again = MeetwrightServer.start(core.core, settings)) {
        assertThat(visit(context, again.url())).isNotNull();
      }
    }
  }

  private static int visitUntil(SSLContext context, URI server, AtomicBoolean end) {
    int visits = 0;
    try {
      while (!end.get()) {
        visit(context, server);
        visits++;
      }
    } catch (IOException lost) {
      throw new UncheckedIOException("Request " + visits + " was lost", lost);
    }
    return visits;
  }

  @Test
  void sendsHttpToHttps() throws Exception {
    try (Fixture core = new Fixture(DatabaseKind.H2);
        Pebble pebble = pebble()) {
      Settings settings = settings(core, pebble.directory(), pebble.authority, pebble.httpPort);
      try (MeetwrightServer _ = MeetwrightServer.start(core.core, settings)) {
        HttpResponse<String> page = http(pebble.httpPort, "GET", "/ada/call?month=2026-03&a=%20b");
        assertThat(page.statusCode()).isEqualTo(308);
        assertThat(page.headers().firstValue("Location"))
            .contains("https://meet.example.org/ada/call?month=2026-03&a=%20b");
        assertThat(http(pebble.httpPort, "POST", "/api/v1/bookings").headers().map())
            .containsEntry("Location", List.of("https://meet.example.org/api/v1/bookings"));
        assertThat(http(pebble.httpPort, "GET", "//evil.example.com/").headers().map())
            .satisfies(
                headers ->
                    assertThat(
                            headers.getOrDefault("Location", List.of("https://meet.example.org/")))
                        .allMatch(to -> to.startsWith("https://meet.example.org/")));
        for (String token : List.of("", "nobody", "a%2Fb", "x".repeat(501))) {
          assertThat(http(pebble.httpPort, "GET", "/.well-known/acme-challenge/" + token))
              .extracting(HttpResponse::statusCode)
              .as(token)
              .isEqualTo(404);
        }
        core.core.certificates().answer(DOMAIN, "token-1", "token-1.thumbprint");
        HttpResponse<String> told =
            http(pebble.httpPort, "GET", "/.well-known/acme-challenge/token-1");
        assertThat(told.body()).isEqualTo("token-1.thumbprint");
      }
    }
  }

  @Test
  void beginsWithoutTheAuthorityAndGoesOnWithTheCertificateBefore() throws Exception {
    try (Fixture core = new Fixture(DatabaseKind.H2)) {
      Pebble pebble = pebble();
      pebble.close();
      Settings settings = settings(core, pebble.directory(), pebble.authority, pebble.httpPort);
      CertificateRenewal renewal =
          new CertificateRenewal(core.core.certificates(), settings.acme(), DOMAIN, core.clock);

      renewal.prepare();
      String own = Files.readString(settings.acme().file());
      renewal.look();
      CertificateState unreachable = state(core);
      assertThat(unreachable.error())
          .contains(pebble.directory() + " cannot be reached (")
          .contains("server.tls.acme.directory");
      assertThat(unreachable.failures()).isEqualTo(1);
      assertThat(unreachable.nextAt()).isEqualTo(core.clock.instant().plusSeconds(120));
      assertThat(Files.readString(settings.acme().file())).isEqualTo(own);

      renewal.look();
      assertThat(state(core).failures()).as("not before its time").isEqualTo(1);
    }
  }

  @Test
  void saysWhatTheAuthorityDidNotSee() throws Exception {
    try (Fixture core = new Fixture(DatabaseKind.H2);
        Pebble pebble = pebble()) {
      // Nobody listens where the authority asks.
      Settings settings = settings(core, pebble.directory(), pebble.authority, pebble.httpPort);
      CertificateRenewal renewal =
          new CertificateRenewal(core.core.certificates(), settings.acme(), DOMAIN, core.clock);
      renewal.prepare();

      renewal.look();

      assertThat(state(core).error())
          .contains("did not see that meet.example.org is this server")
          .contains("port 80")
          .contains("ended as invalid")
          .contains("onnection refused");
      assertThat(core.core.certificates().answerTo("any")).isEmpty();
    }
  }

  @Test
  void keepsTheCertificateThatItHasWhileItCannotBeRenewed() throws Exception {
    try (Fixture core = new Fixture(DatabaseKind.H2)) {
      Pebble pebble = pebble();
      Settings settings = settings(core, pebble.directory(), pebble.authority, pebble.httpPort);
      SSLContext context = trusting(pebble.root());
      try (MeetwrightServer server = MeetwrightServer.start(core.core, settings)) {
        X509Certificate first = visit(context, server.url());
        pebble.close();
        core.clock.set(String.valueOf(state(core).renewAt()));

        Patience.until(() -> state(core).failures() > 0);

        assertThat(visit(context, server.url())).isEqualTo(first);
        assertThat(state(core).error()).contains("cannot be reached");
        assertThat(state(core).endsAt()).isEqualTo(first.getNotAfter().toInstant());
      } finally {
        pebble.close();
      }
    }
  }
}
