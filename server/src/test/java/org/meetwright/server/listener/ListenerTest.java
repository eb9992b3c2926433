package org.meetwright.server.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetwright.core.Patience;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.connection.ConnectionLimit;
import org.meetwright.server.connection.Deadlines;
import org.meetwright.server.connection.OpenConnections;
import org.meetwright.server.net.AddressBlock;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.ConnectionNumbers;
import org.meetwright.server.settings.ServerSettings.TlsFiles;

@Timeout(600)
final class ListenerTest {
  private static final String POST = "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n";

  private static final String LONG_TEXT = "the same again ".repeat(500);
  private static final Deadlines PATIENT =
      new Deadlines(Duration.ofMinutes(2), Duration.ofMinutes(2), Duration.ofMinutes(2));

  private static final Duration SHORT = Duration.ofMillis(500);
  private static final Deadlines IMPATIENT = new Deadlines(SHORT, Duration.ofMinutes(2), SHORT);

  @TempDir Path directory;
  private final List<AutoCloseable> toClose = new ArrayList<>();
  private final AtomicReference<@Nullable Throwable> sent = new AtomicReference<>();

  private static ServerSettings settings(@Nullable TlsFiles tls, int maxConnections) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        null,
        tls,
        List.of(),
        true,
        new ConnectionNumbers(maxConnections, maxConnections),
        Duration.ZERO);
  }

  private HttpRouting.Builder routing() {
    return HttpRouting.builder()
        .get("/long", (request, response) -> response.send(LONG_TEXT))
        .get("/huge", (request, response) -> sendHuge(response))
        .post("/refused", (request, response) -> response.status(401).send("no"))
        .post(
            "/echo",
            (request, response) ->
                response.send(
                    String.valueOf(request.content().inputStream().readAllBytes().length)));
  }

  private Listener listener(ServerSettings settings) {
    return Listener.start(
        settings, Listener.connections(settings), routing(), DirectHandlers.create());
  }

  /// Starts a server that is ended after the test.
  private WebServer start(Deadlines deadlines, int maxConnections) {
    return start(
        deadlines,
        new ConnectionLimit(new ConnectionNumbers(1000, 100), List.of()),
        settings(null, maxConnections));
  }

  private WebServer start(Deadlines deadlines, ConnectionLimit limit, ServerSettings settings) {
    OpenConnections connections = new OpenConnections(deadlines, limit);
    WebServer server =
        Listener.config(settings, connections)
            .routing(routing().addFilter(new ConnectionEnd(connections, () -> false)))
            .build()
            .start();
    toClose.add(connections);
    toClose.add(server::stop);
    return server;
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable one : toClose) {
      one.close();
    }
  }

  private void sendHuge(ServerResponse response) {
    try {
      response.send(new byte[64 << 20]);
    } catch (RuntimeException | Error failed) {
      sent.set(failed);
      throw failed;
    }
  }

  private static HttpResponse<byte[]> get(URI url, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    }
  }

  @Test
  void compressesForThoseWhoAskForIt() throws Exception {
    try (Listener listener = listener(settings(null, 100))) {
      URI url = listener.url().resolve("/long");
      HttpResponse<byte[]> plain = get(url);
      assertThat(plain.headers().firstValue("Content-Encoding")).isEmpty();
      assertThat(new String(plain.body(), StandardCharsets.UTF_8)).isEqualTo(LONG_TEXT);

      HttpResponse<byte[]> packed = get(url, "Accept-Encoding", "br;q=1.0, gzip;q=0.8, *;q=0.1");
      assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
      assertThat(packed.body()).hasSizeLessThan(500);
      assertThat(new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes())
          .isEqualTo(LONG_TEXT.getBytes(StandardCharsets.UTF_8));

      HttpResponse<byte[]> unwanted = get(url, "Accept-Encoding", "gzip;q=0, identity");
      assertThat(unwanted.headers().firstValue("Content-Encoding")).isEmpty();
    }
  }

  /// Writes a request in drops until the server hangs up, and returns whether it did.
  private static boolean isCutOff(int port, String begin, String drop) throws Exception {
    try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), port)) {
      slow.setTcpNoDelay(true);
      OutputStream out = slow.getOutputStream();
      out.write(begin.getBytes(StandardCharsets.US_ASCII));
      slow.setSoTimeout(100);
      long end = System.nanoTime() + Patience.LONG.toNanos();
      while (System.nanoTime() < end) {
        out.write(drop.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        try {
          if (slow.getInputStream().read() < 0) {
            return true;
          }
        } catch (SocketTimeoutException stillOpen) {
          // The next drop.
        }
      }
      return false;
    } catch (IOException hungUp) {
      return true;
    }
  }

  @Test
  @Tag("attack")
  void cutsOffClientsThatSendARequestDropByDrop() throws Exception {
    WebServer server = start(IMPATIENT, 100);
    assertThat(isCutOff(server.port(), "GET /long HTTP/1.1\r\n", "X: y\r\n")).isTrue();
    assertThat(isCutOff(server.port(), POST + "\r\n", "z")).isTrue();
    assertThat(isCutOff(server.port(), POST + "Expect: 100-continue\r\n\r\n", "z")).isTrue();
    assertThat(isCutOff(server.port(), "", "")).isTrue();
    assertThat(get(URI.create("http://127.0.0.1:" + server.port() + "/long")).statusCode())
        .isEqualTo(200);
  }

  /// Sends something and then nothing more; returns when the server has hung up.
  private static void awaitHangUp(int port, String text) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(Patience.MILLIS);
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
      try {
        socket.getInputStream().readAllBytes();
      } catch (SocketException reset) {
        // Hung up on without ceremony.
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "G",
        "GET /long HTTP/1.1\r\nHost: x\r\n",
        POST + "\r\n",
        POST + "\r\nabc",
        POST + "Expect: 100-continue\r\n\r\n",
        "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
        "GET /long HTTP/1.1\r\nHost: x\r\n\r\nGET /long HTTP/1.1\r\nHost: x\r\n",
        "POST /refused HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\nabc"
      })
  @Tag("attack")
  void closesConnectionsOnWhichARequestStopsHalfWay(String half) throws Exception {
    awaitHangUp(start(IMPATIENT, 100).port(), half);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0016\u0003\u0001\u0001\u0000\u0001"})
  @Tag("attack")
  void closesConnectionsOnWhichAHandshakeStopsHalfWay(String half) throws Exception {
    TestCertificate certificate = TestCertificate.make(directory, "localhost");
    TlsFiles files = new TlsFiles(certificate.pem(), certificate.pem());
    OpenConnections connections =
        new OpenConnections(
            IMPATIENT, new ConnectionLimit(new ConnectionNumbers(1000, 100), List.of()));
    WebServer server =
        Listener.config(settings(files, 100), connections)
            .tls(new PemFiles(files).read())
            .routing(routing())
            .build()
            .start();
    toClose.add(connections);
    toClose.add(server::stop);
    awaitHangUp(server.port(), half);
  }

  @Test
  @Tag("attack")
  void cutsOffClientsThatDoNotTakeTheirAnswer() throws Exception {
    WebServer server = start(IMPATIENT, 100);
    try (Socket deaf = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      deaf.getOutputStream()
          .write("GET /huge HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      Patience.until(() -> sent.get() != null);
    }
    assertThat(sent.get()).isInstanceOf(CloseConnectionException.class);
    assertThat(sent.get()).hasMessageContaining("not taken in time");
  }

  @Test
  @Tag("attack")
  void readsNoChunkThatIsLongerThanAnyBody() throws Exception {
    WebServer server = start(PATIENT, 100);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      socket.setSoTimeout(Patience.MILLIS);
      socket
          .getOutputStream()
          .write(
              """
              POST /echo HTTP/1.1
              Host: x
              Transfer-Encoding: chunked

              7fffff00
              """
                  .replace("\n", "\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
          .startsWith("HTTP/1.1 413");
    }
  }

  @Test
  @Tag("attack")
  void readsNoLineThatNeverEnds() throws Exception {
    WebServer server = start(PATIENT, 100);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      OutputStream out = socket.getOutputStream();
      out.write(
          "POST /echo HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
              .getBytes(StandardCharsets.US_ASCII));
      byte[] zeros = "0".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);
      assertThatExceptionOfType(SocketException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 2000; i++) {
                  out.write(zeros);
                }
              });
    }
  }

  @Test
  void keepsConnectionsOverManyRequests() throws Exception {
    Duration request = Duration.ofSeconds(5);
    WebServer server = start(new Deadlines(request, PATIENT.silence(), PATIENT.answer()), 100);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      long begun = System.nanoTime();
      do {
        ask(socket);
        Thread.sleep(200);
      } while (System.nanoTime() - begun < request.toNanos());
      ask(socket);
    }
  }

  private static void ask(Socket socket) throws IOException {
    socket
        .getOutputStream()
        .write(
            "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                .getBytes(StandardCharsets.US_ASCII));
    byte[] buffer = new byte[1000];
    int read = socket.getInputStream().read(buffer);
    assertThat(new String(buffer, 0, Math.max(read, 0), StandardCharsets.US_ASCII))
        .startsWith("HTTP/1.1 200")
        .endsWith("\r\n\r\n3");
  }

  private static Socket from(String address, int port) throws IOException {
    Socket socket =
        new Socket(InetAddress.ofLiteral("127.0.0.1"), port, InetAddress.ofLiteral(address), 0);
    socket.setSoTimeout(Patience.MILLIS);
    return socket;
  }

  private static void assertIsRefused(Socket socket) {
    assertThat(
            catchThrowable(
                () -> {
                  ask(socket);
                }))
        .isInstanceOfAny(SocketException.class, AssertionError.class);
  }

  @Test
  @Tag("attack")
  void opensOnlySoManyConnectionsForOneClient() throws Exception {
    WebServer server =
        start(
            PATIENT,
            new ConnectionLimit(new ConnectionNumbers(100, 2), List.of()),
            settings(null, 100));
    try (Socket first = from("127.0.0.2", server.port());
        Socket second = from("127.0.0.2", server.port());
        Socket third = from("127.0.0.2", server.port());
        Socket other = from("127.0.0.3", server.port())) {
      ask(first);
      ask(second);
      assertIsRefused(third);
      ask(other);
      first.shutdownOutput();
      assertThat(first.getInputStream().read()).isEqualTo(-1);
      try (Socket fourth = from("127.0.0.2", server.port())) {
        ask(fourth);
      }
    }
  }

  @Test
  void doesNotCountTheConnectionsOfTrustedProxies() throws Exception {
    WebServer server =
        start(
            PATIENT,
            new ConnectionLimit(
                new ConnectionNumbers(100, 1), List.of(AddressBlock.parse("127.0.0.2"))),
            settings(null, 100));
    try (Socket first = from("127.0.0.2", server.port());
        Socket second = from("127.0.0.2", server.port())) {
      ask(first);
      ask(second);
    }
  }

  @Test
  void opensNoMoreConnectionsThanAreAllowed() throws Exception {
    WebServer server = start(PATIENT, 1);
    byte[] ask = "GET /long HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (Socket first = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      first.getOutputStream().write(ask);
      assertThat(first.getInputStream().read()).isEqualTo('H');
      try (Socket second = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        second.getOutputStream().write(ask);
        second.setSoTimeout(100);
        assertThatExceptionOfType(SocketTimeoutException.class)
            .isThrownBy(() -> second.getInputStream().read());
        first.shutdownOutput();
        second.setSoTimeout(Patience.MILLIS);
        assertThat(second.getInputStream().read()).isEqualTo('H');
      }
    }
  }

  /// A thousand addresses with one connection each take more than all there are, too.
  @Test
  @Tag("attack")
  void makesRoomForSomeoneNewAmongThoseWhoWait() throws Exception {
    WebServer server =
        start(
            PATIENT,
            new ConnectionLimit(new ConnectionNumbers(40, 20), List.of()),
            settings(null, 40));
    List<Socket> half = new ArrayList<>();
    try {
      for (int i = 0; i < 100; i++) {
        Socket socket = from("127.0.1." + (1 + i % 50), server.port());
        half.add(socket);
        socket.getOutputStream().write("GET / HT".getBytes(StandardCharsets.US_ASCII));
      }
      try (Socket visitor = from("127.0.0.3", server.port())) {
        ask(visitor);
      }
    } finally {
      for (Socket socket : half) {
        socket.close();
      }
    }
  }

  private static Certificate shown(int port, TestCertificate trusted) throws IOException {
    try (SSLSocket socket =
        (SSLSocket) trusted.context().getSocketFactory().createSocket("localhost", port)) {
      socket.startHandshake();
      return socket.getSession().getPeerCertificates()[0];
    }
  }

  @Test
  void speaksTlsAndTakesUpAChangedCertificate() throws Exception {
    Path one = Files.createDirectory(directory.resolve("one"));
    Path other = Files.createDirectory(directory.resolve("other"));
    TestCertificate first = TestCertificate.make(one, "localhost");
    TestCertificate next = TestCertificate.make(other, "localhost");
    TlsFiles files = new TlsFiles(first.pem(), first.pem());
    OpenConnections connections =
        new OpenConnections(
            PATIENT, new ConnectionLimit(new ConnectionNumbers(1000, 100), List.of()));
    toClose.add(connections);
    WebServer server =
        Listener.config(settings(files, 100), connections)
            .tls(new PemFiles(files).read())
            .routing(routing())
            .build()
            .start();
    try (PemFiles pem = new PemFiles(files)) {
      Certificate before = shown(server.port(), first);

      Files.writeString(files.certificate(), "half a fi");
      Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(1));
      pem.look(server::reloadTls);
      assertThat(shown(server.port(), first)).isEqualTo(before);

      Files.copy(next.pem(), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
      Files.setLastModifiedTime(files.certificate(), FileTime.fromMillis(2));
      pem.look(server::reloadTls);
      assertThat(shown(server.port(), next)).isNotEqualTo(before);
    } finally {
      server.stop();
    }
  }

  @Test
  void saysWhatIsWrongWithACertificate() throws Exception {
    Path file = Files.writeString(directory.resolve("empty.pem"), "");
    assertThatExceptionOfType(CertificateException.class)
        .isThrownBy(() -> listener(settings(new TlsFiles(file, file), 100)).close())
        .withMessageContaining(file.toString())
        .withMessageContaining("PKCS #8");
  }
}
