package org.meetwright.server.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Patience;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.news.News;
import org.meetwright.core.news.NewsKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.stream.Listening.Event;

/// A client that takes nothing, on a real connection: it keeps nobody waiting, and is hung up on.
class SlowReaderTest {
  private static final int SMALL = 1024;

  /// Together they are more than both ends of a connection keep of what is not taken.
  private static final int ROUNDS = 40;

  private static final int EACH = 900;
  private static final Instant AT = Instant.parse("2026-03-02T12:00:00Z");

  private static Socket open(ServerFixture fixture) throws IOException {
    URI server = fixture.server.url();
    Socket socket = new Socket();
    socket.setReceiveBufferSize(SMALL);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    socket
        .getOutputStream()
        .write(
            ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + fixture.token
                    + "\r\n\r\n")
                .getBytes(UTF_8));
    return socket;
  }

  private static long open(HttpClient client, ServerFixture fixture) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(fixture.server.url().resolve("/metrics")).build();
    return client
        .send(request, BodyHandlers.ofString())
        .body()
        .lines()
        .filter(line -> line.startsWith("meetwright_event_streams "))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.indexOf(' '))))
        .findFirst()
        .orElseThrow();
  }

  private static void write(ServerFixture fixture) {
    List<UUID> ada = List.of(fixture.core.ada.id());
    fixture
        .core
        .core
        .database()
        .inTransaction(
            tx -> {
              for (int i = 0; i < EACH; i++) {
                News.note(tx, NewsKind.BUSY_TIME_CHANGED, ada, fixture.core.ada.id(), AT);
              }
              return EACH;
            });
  }

  /// Returns the last number that came whole before the server hung up.
  private static long lastTaken(Socket socket) {
    long last = 0;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.matches("id: [0-9]+") && lines.readLine() != null) {
          last = Long.parseLong(line.substring(4));
        }
      }
    } catch (IOException hungUp) {
      // What had come was read.
    }
    return last;
  }

  @Test
  void isHungUpOnWhileOthersGoOn() throws Exception {
    try (ServerFixture fixture = new ServerFixture(DatabaseKind.H2);
        HttpClient client = HttpClient.newHttpClient();
        Socket slow = open(fixture);
        Listening quick = new Listening(fixture.server.url(), fixture.token, null)) {
      Patience.until(() -> open(client, fixture) == 2);
      long number = Long.parseLong(quick.next().id());
      for (int round = 0; round < ROUNDS; round++) {
        write(fixture);
        for (int i = 0; i < EACH; i++) {
          assertThat(quick.next().id()).isEqualTo(String.valueOf(++number));
        }
      }
      Patience.until(() -> open(client, fixture) == 1);

      write(fixture);
      assertThat(quick.next().id()).isEqualTo(String.valueOf(++number));
      long taken = lastTaken(slow);
      assertThat(taken).isLessThan(number);
      try (Listening again =
          new Listening(fixture.server.url(), fixture.token, String.valueOf(taken))) {
        assertThat(again.next().id()).isEqualTo(String.valueOf(taken));
        Event missing = again.next();
        assertThat(missing.type()).as("so much is not known any more").isEqualTo("reset");
        assertThat(Long.parseLong(missing.id())).isEqualTo(number - 1 + EACH);
      }
    }
  }
}
