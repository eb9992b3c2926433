package org.meetwright.server.listener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.DirectHandlers;
import io.helidon.webserver.http.HttpRouting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
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
import java.util.List;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.meetwright.server.TestCertificate;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.TlsFiles;

@Timeout(60)
final class ListenerTest {
  private static final String LONG_TEXT = "the same again ".repeat(500);
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(500);

  @TempDir Path directory;

  private static ServerSettings settings(@Nullable TlsFiles tls, int maxConnections) {
    return new ServerSettings(
        "127.0.0.1", 0, null, tls, List.of(), true, maxConnections, Duration.ZERO);
  }

  private static HttpRouting.Builder routing() {
    return HttpRouting.builder()
        .get("/long", (request, response) -> response.send(LONG_TEXT))
        .post(
            "/echo",
            (request, response) ->
                response.send(
                    String.valueOf(request.content().inputStream().readAllBytes().length)));
  }

  private static WebServer quick(int maxConnections) {
    return Listener.config(settings(null, maxConnections), SHORT, SHORT)
        .routing(routing())
        .build()
        .start();
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
    try (Listener listener =
        Listener.start(settings(null, 100), routing(), DirectHandlers.create())) {
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
      long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
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
    WebServer server = quick(100);
    try {
      assertThat(isCutOff(server.port(), "GET /long HTTP/1.1\r\n", "X: y\r\n")).isTrue();
      assertThat(
              isCutOff(
                  server.port(),
                  "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n",
                  "z"))
          .isTrue();
      assertThat(isCutOff(server.port(), "", "")).isTrue();
      assertThat(get(URI.create("http://127.0.0.1:" + server.port() + "/long")).statusCode())
          .isEqualTo(200);
    } finally {
      server.stop();
    }
  }

  @Test
  void keepsConnectionsOverManyRequests() throws Exception {
    WebServer server = quick(100);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
      long end = System.nanoTime() + SHORT.toNanos() * 2;
      byte[] buffer = new byte[100];
      while (System.nanoTime() < end) {
        socket
            .getOutputStream()
            .write(
                "POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc"
                    .getBytes(StandardCharsets.US_ASCII));
        int read = socket.getInputStream().read(buffer);
        assertThat(new String(buffer, 0, Math.max(read, 0), StandardCharsets.US_ASCII))
            .startsWith("HTTP/1.1 200");
        while (socket.getInputStream().available() > 0) {
          socket.getInputStream().skip(socket.getInputStream().available());
        }
      }
    } finally {
      server.stop();
    }
  }

  @Test
  void opensNoMoreConnectionsThanAreAllowed() throws Exception {
    WebServer server = quick(1);
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
        second.setSoTimeout(20_000);
        assertThat(second.getInputStream().read()).isEqualTo('H');
      }
    } finally {
      server.stop();
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
    WebServer server =
        Listener.config(settings(files, 100), LONG, LONG)
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
        .isThrownBy(
            () ->
                Listener.start(
                        settings(new TlsFiles(file, file), 100), routing(), DirectHandlers.create())
                    .close())
        .withMessageContaining(file.toString())
        .withMessageContaining("PKCS #8");
  }
}
