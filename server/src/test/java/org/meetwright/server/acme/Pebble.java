package org.meetwright.server.acme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;
import org.meetwright.server.TestCertificate;

/// Let's Encrypt's small certificate authority for tests (Debian's package `pebble`), with a DNS
/// server that knows this machine under every name. It refuses good nonces now and then, as
/// authorities may.
final class Pebble implements AutoCloseable {
  static final Path PROGRAM = Path.of("/usr/bin/pebble");

  /// Where it asks for what it gave us.
  final int httpPort;

  /// The file with the certificate that vouches for its directory.
  final Path authority;

  private final int port;
  private final int management;
  private final TestCertificate own;
  private final List<Process> processes;

  private Pebble(
      int httpPort,
      Path authority,
      int port,
      int management,
      TestCertificate own,
      List<Process> processes) {
    this.httpPort = httpPort;
    this.authority = authority;
    this.port = port;
    this.management = management;
    this.own = own;
    this.processes = processes;
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /// Starts it.
  ///
  /// @param directory an empty one
  /// @param port that it listens on
  static Pebble start(Path directory, int port) throws Exception {
    TestCertificate own = TestCertificate.make(directory, "localhost");
    String pem = Files.readString(own.pem());
    Path authority =
        Files.writeString(
            directory.resolve("authority.pem"), pem.substring(pem.indexOf("-----BEGIN CERT")));
    int management = freePort();
    int httpPort = freePort();
    int dns = freePort();
    Path config =
        Files.writeString(
            directory.resolve("pebble.json"),
            """
            {"pebble": {"listenAddress": "127.0.0.1:%d", "managementListenAddress": "127.0.0.1:%d",
              "certificate": "%s", "privateKey": "%s", "httpPort": %d, "tlsPort": 1}}
            """
                .formatted(port, management, own.pem(), own.pem(), httpPort));
    Process names =
        new ProcessBuilder(
                "/usr/bin/pebble-challtestsrv",
                "-dns01",
                "127.0.0.1:" + dns,
                "-defaultIPv4",
                "127.0.0.1",
                "-defaultIPv6",
                "",
                "-http01",
                "",
                "-https01",
                "",
                "-tlsalpn01",
                "",
                "-management",
                "127.0.0.1:" + freePort())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("dns.log").toFile())
            .start();
    ProcessBuilder pebble =
        new ProcessBuilder(
                PROGRAM.toString(),
                "-strict",
                "-config",
                config.toString(),
                "-dnsserver",
                "127.0.0.1:" + dns)
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("pebble.log").toFile());
    pebble.environment().put("PEBBLE_VA_NOSLEEP", "1");
    pebble.environment().put("PEBBLE_AUTHZREUSE", "0");
    pebble.environment().put("PEBBLE_WFE_NONCEREJECT", "20");
    Pebble started =
        new Pebble(httpPort, authority, port, management, own, List.of(names, pebble.start()));
    Patience.until(() -> isOpen(port) && isOpen(management));
    return started;
  }

  private static boolean isOpen(int port) {
    try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }

  URI directory() {
    return URI.create("https://localhost:" + port + "/dir");
  }

  /// Returns the certificate that vouches for all that it issues.
  X509Certificate root() throws Exception {
    try (HttpClient client = HttpClient.newBuilder().sslContext(own.context()).build()) {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create("https://localhost:" + management + "/roots/0"))
                  .build(),
              BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(answer.body()));
    }
  }

  @Override
  public void close() {
    processes.forEach(Process::destroyForcibly);
    processes.forEach(each -> each.onExit().orTimeout(Patience.SECONDS, TimeUnit.SECONDS).join());
  }
}
