package org.meetwright.server.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meetwright.core.Patience;
import org.meetwright.core.network.ClientNetwork;
import org.meetwright.core.value.BusyException;
import org.meetwright.server.listener.RequestBody;
import org.meetwright.server.load.Turns.Lane;

@Timeout(600)
@Tag("attack")
final class TurnsTest {
  private static final int MOST = 20;
  private static final int MOST_OF_A_CLIENT = 10;

  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final HttpClient http = HttpClient.newHttpClient();
  private final Turns turns = new Turns(MOST, MOST_OF_A_CLIENT, TurnsTest::client);
  private final WebServer server =
      WebServer.builder()
          .host("127.0.0.1")
          .routing(
              HttpRouting.builder()
                  .addFilter(turns)
                  .get("/health", (request, response) -> response.send("up"))
                  .any(
                      (request, response) -> {
                        turns.enter(lane(request), request);
                        response.next();
                      })
                  .get("/slow", this::slow)
                  .get("/host/slow", this::slow)
                  .get("/quick", (request, response) -> response.send("quick"))
                  .get("/fails", (request, response) -> fail())
                  .post("/body", TurnsTest::body)
                  .error(
                      BusyException.class, (request, response, busy) -> response.status(503).send())
                  .error(
                      IllegalStateException.class,
                      (request, response, failed) -> response.status(500).send()))
          .build()
          .start();

  /// The header names the networks, the smallest first; only the last counts as several clients.
  private static List<ClientNetwork> client(ServerRequest request) {
    String[] names = request.headers().first(HeaderNames.FROM).orElse("").split(",", -1);
    return names.length == 1
        ? List.of(new ClientNetwork(names[0], 1))
        : List.of(new ClientNetwork(names[0], 1), new ClientNetwork(names[1], 16));
  }

  private static Lane lane(ServerRequest request) {
    return request.path().path().startsWith("/host/") ? Lane.HOSTS : Lane.INVITEES;
  }

  private void slow(ServerRequest request, ServerResponse response) {
    begun.release();
    mayEnd.acquireUninterruptibly();
    response.send("slow");
  }

  private static void fail() {
    throw new IllegalStateException();
  }

  private static void body(ServerRequest request, ServerResponse response) {
    response.send(String.valueOf(RequestBody.read(request, 100).length));
  }

  @AfterEach
  void stop() {
    mayEnd.release(1000);
    http.close();
    server.stop();
  }

  private CompletableFuture<Integer> get(String path, String from) {
    return http.sendAsync(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("From", from)
                .build(),
            BodyHandlers.ofString())
        .thenApply(answer -> answer.statusCode());
  }

  private List<CompletableFuture<Integer>> slow(int times, String from) {
    List<CompletableFuture<Integer>> asked = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      asked.add(get("/slow", from));
    }
    return asked;
  }

  private void awaitBegun(int number) throws InterruptedException {
    assertThat(begun.tryAcquire(number, Patience.SECONDS, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void refusesAtOnceWhatIsMoreThanItServes() throws Exception {
    var some = slow(MOST / 2, "a");
    var others = slow(MOST / 2, "b");
    awaitBegun(MOST);

    // The first of each client may be one more, as often as others are served.
    var firsts = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < MOST; i++) {
      firsts.addAll(slow(1, "client " + i));
    }
    awaitBegun(MOST);
    assertThat(get("/quick", "client 0").join()).isEqualTo(503);
    assertThat(get("/quick", "c").join()).isEqualTo(503);
    assertThat(get("/health", "c").join()).isEqualTo(200);

    mayEnd.release(2 * MOST);
    assertThat(some).allMatch(one -> one.join() == 200);
    assertThat(others).allMatch(one -> one.join() == 200);
    assertThat(firsts).allMatch(one -> one.join() == 200);
    assertThat(get("/quick", "c").join()).isEqualTo(200);
  }

  @Test
  void keepsInviteesFreeOfThoseWhoTryToSignIn() throws Exception {
    var tries = new ArrayList<CompletableFuture<Integer>>();
    for (int i = 0; i < MOST * 2; i++) {
      tries.add(get("/host/slow", "client " + i));
    }
    awaitBegun(MOST * 2);

    assertThat(get("/host/slow", "another").join()).isEqualTo(503);
    assertThat(get("/quick", "client 0").join()).isEqualTo(200);

    mayEnd.release(MOST * 2);
    assertThat(tries).allMatch(one -> one.join() == 200);
  }

  /// A customer of a provider has as many small networks as he likes within his large one.
  @Test
  void givesTheNetworksOfOneIpv6CustomerNoMoreThanHalf() throws Exception {
    for (int i = 0; i < MOST; i++) {
      slow(1, i + ",large");
    }
    awaitBegun(MOST / 2);

    assertThat(get("/quick", "another,of others").join()).isEqualTo(200);
    assertThat(begun.tryAcquire()).isFalse();
  }

  @Test
  void letsManyRequestsOfOneClientWaitForEachOther() throws Exception {
    var his = slow(MOST_OF_A_CLIENT + 5, "a");
    awaitBegun(MOST_OF_A_CLIENT);

    assertThat(get("/quick", "b").join()).isEqualTo(200);
    assertThat(begun.tryAcquire()).isFalse();

    mayEnd.release(1);
    awaitBegun(1);
    mayEnd.release(100);
    assertThat(his).allMatch(one -> one.join() == 200);
  }

  @Test
  void countsNobodyWhoseBodyIsStillToCome() throws Exception {
    List<Socket> sending = new ArrayList<>();
    for (int i = 0; i < MOST * 2; i++) {
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
      sending.add(socket);
      socket
          .getOutputStream()
          .write(
              "POST /body HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\na"
                  .getBytes(StandardCharsets.US_ASCII));
    }
    assertThat(get("/quick", "").join()).isEqualTo(200);
    for (Socket socket : sending) {
      socket.getOutputStream().write("bc".getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200");
      socket.close();
    }
  }

  @Test
  void takesTheTurnBackFromWhatFails() {
    for (int i = 0; i < MOST * 2; i++) {
      assertThat(get("/fails", "a").join()).isEqualTo(500);
      assertThat(get("/none", "a").join()).isEqualTo(404);
    }
    assertThat(get("/quick", "a").join()).isEqualTo(200);
  }
}
