package org.meetwright.server.stream;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.meetwright.core.Fixture;
import org.meetwright.core.Patience;
import org.meetwright.core.TestTokens;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.host.Host;

/// A thousand hosts listen to one of two nodes with 256 MiB of heap on one PostgreSQL, while the
/// other node is told what to change; then their node is killed, and they go on with the other one.
/// Nobody misses anything. It prints what it measures.
@Tag("attack")
class ThousandStreamsAttackTest {
  private static final int STREAMS = 1000;
  private static final int CHANGES = 2;
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final String BUSY =
      "{\"start\": \"2030-03-05T12:00:00Z\", \"end\": \"2030-03-05T13:00:00Z\"}";

  private final HttpClient http = HttpClient.newHttpClient();

  /// A node.
  private static final class Node implements AutoCloseable {
    private final Process process;
    private final URI url;

    Node(Fixture fixture) throws IOException {
      process =
          new ProcessBuilder(
                  JAVA.toString(),
                  "-XX:+UseSerialGC",
                  "-Xmx256m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  StreamNode.class.getName(),
                  fixture.database.settings().url(),
                  fixture.database.settings().keys().toString())
              .redirectError(Path.of("target", "stream-node.log").toFile())
              .start();
      url =
          URI.create(
              new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8))
                  .readLine());
    }

    /// Returns what it takes of the machine's memory, in MiB.
    long residentMebibytes() throws IOException {
      return Files.readAllLines(Path.of("/proc", String.valueOf(process.pid()), "status")).stream()
          .filter(line -> line.startsWith("VmRSS"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    }

    /// Kills it; killing it twice changes nothing.
    void stop() {
      process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
      stop();
    }
  }

  /// A host who listens. It notes when each event comes.
  private static final class Client {
    private final String token;
    private final List<Long> ids = Collections.synchronizedList(new ArrayList<>());
    private final ConcurrentHashMap<Long, Long> cameAt = new ConcurrentHashMap<>();
    private volatile boolean begun;
    private volatile boolean ended;

    Client(String token) {
      this.token = token;
    }

    /// Listens, and waits until the stream begins: only then its connection takes nobody's place.
    void listen(URI node) throws Exception {
      Socket socket = new Socket(node.getHost(), node.getPort());
      String last = ids.isEmpty() ? "" : "Last-Event-ID: " + ids.getLast() + "\r\n";
      socket
          .getOutputStream()
          .write(
              ("GET /api/v1/events HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                      + token
                      + "\r\n"
                      + last
                      + "\r\n")
                  .getBytes(UTF_8));
      begun = false;
      ended = false;
      Thread.ofVirtual().start(() -> read(socket));
      Patience.until(() -> begun);
    }

    private void read(Socket socket) {
      try (socket;
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8), 256)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          begun |= line.startsWith("retry: ");
          if (line.startsWith("id: ")) {
            Long id = Long.valueOf(line.substring(4));
            if (ids.isEmpty() || ids.getLast() < id) {
              cameAt.put(id, System.nanoTime());
              ids.add(id);
            }
          }
        }
      } catch (IOException gone) {
        // Told below.
      }
      ended = true;
    }

    boolean has(long id) {
      return !ids.isEmpty() && ids.getLast() >= id;
    }
  }

  private void change(Node node, Client client) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(node.url + "/api/v1/busy-times"))
            .header("Authorization", "Bearer " + client.token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(BUSY))
            .build();
    assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isEqualTo(201);
  }

  @Test
  void missNothingAlthoughTheirNodeIsKilled() throws Exception {
    List<Client> clients = new ArrayList<>();
    try (Fixture fixture = new Fixture(DatabaseKind.POSTGRESQL)) {
      for (int i = 0; i < STREAMS; i++) {
        Host host = fixture.addHost("host" + i);
        clients.add(new Client(TestTokens.create(fixture.core.access(), host.id(), "listens")));
      }
      try (Node one = new Node(fixture);
          Node other = new Node(fixture)) {
        long before = one.residentMebibytes();
        inParallel(clients, client -> client.listen(one.url));
        Patience.until(() -> clients.stream().allMatch(client -> client.has(0)));
        long open = one.residentMebibytes();
        List<Long> millis = changes(other, clients);
        long busy = one.residentMebibytes();
        one.stop();
        Patience.until(() -> clients.stream().allMatch(client -> client.ended));
        inParallel(clients, client -> change(other, client));
        long begun = System.nanoTime();
        inParallel(clients, client -> client.listen(other.url));
        long last = CHANGES + 1;
        Patience.until(() -> clients.stream().allMatch(client -> client.has(last)));
        long resumed = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        for (Client client : clients) {
          assertThat(client.ids).containsExactly(0L, 1L, 2L, 3L);
        }
        System.out.printf(
            "%d streams on one node: %d MiB before, %d open, %d after %d events written on the"
                + " other node%n",
            STREAMS, before, open, busy, CHANGES * STREAMS);
        System.out.printf(
            "from the answer to the writer until the event: median %d ms, 99%% %d ms, most %d ms%n",
            millis.get(millis.size() / 2), millis.get(millis.size() * 99 / 100), millis.getLast());
        System.out.printf(
            "node killed: all resumed on the other one with what they had missed after %d ms; it"
                + " has %d MiB%n",
            resumed, other.residentMebibytes());
      }
    }
  }

  /// Changes something of one host after the other, and returns how long each event took to come.
  private List<Long> changes(Node node, List<Client> clients) throws Exception {
    List<Long> millis = Collections.synchronizedList(new ArrayList<>());
    for (int round = 1; round <= CHANGES; round++) {
      long number = round;
      for (Client client : clients) {
        change(node, client);
        client.cameAt.putIfAbsent(-number, System.nanoTime());
      }
      Patience.until(() -> clients.stream().allMatch(client -> client.has(number)));
      for (Client client : clients) {
        long nanos = client.cameAt.get(number) - client.cameAt.get(-number);
        millis.add(Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos)));
      }
    }
    Collections.sort(millis);
    return millis;
  }

  private interface Work {
    void on(Client client) throws Exception;
  }

  private static void inParallel(List<Client> clients, Work work) throws Exception {
    try (var threads = Executors.newFixedThreadPool(30)) {
      for (var one :
          threads.invokeAll(
              clients.stream()
                  .<Callable<Boolean>>map(
                      client ->
                          () -> {
                            work.on(client);
                            return true;
                          })
                  .toList())) {
        one.get();
      }
    }
  }
}
