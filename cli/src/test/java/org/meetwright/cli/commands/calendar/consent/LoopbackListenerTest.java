package org.meetwright.cli.commands.calendar.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;

/// A browser that comes back from a consent page to the command line.
@Timeout(120)
class LoopbackListenerTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  private static CompletableFuture<Optional<Answer>> waiting(LoopbackListener listener) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return listener.await("st-1", LONG);
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        },
        Executors.newVirtualThreadPerTaskExecutor());
  }

  private static String get(URI address) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }

  @Test
  void takesWhatIsWaitedForAndNothingElse() throws Exception {
    try (LoopbackListener listener = LoopbackListener.on(0)) {
      CompletableFuture<Optional<Answer>> waiting = waiting(listener);
      assertThat(listener.address().toString()).matches("http://127\\.0\\.0\\.1:[0-9]+/");
      assertThat(get(listener.address().resolve("/?state=st-2&code=evil")))
          .contains("not what is waited for");
      assertThat(get(listener.address().resolve("/favicon.ico")))
          .contains("not what is waited for");
      try (Socket rude =
          new Socket(InetAddress.getLoopbackAddress(), listener.address().getPort())) {
        rude.getOutputStream()
            .write(("GET /?" + "x".repeat(20_000) + "\n").getBytes(StandardCharsets.US_ASCII));
      }
      assertThat(waiting).isNotDone();
      assertThat(get(listener.address().resolve("/?state=st-1&code=4%2Fabc&scope=x")))
          .contains("You can close this page");
      assertThat(waiting.get()).contains(new Answer("st-1", "4/abc", ""));
    }
  }

  @Test
  void tellsThatTheHostDidNotConsent() throws Exception {
    try (LoopbackListener listener = LoopbackListener.on(0)) {
      CompletableFuture<Optional<Answer>> waiting = waiting(listener);
      get(listener.address().resolve("/?error=access_denied&state=st-1"));
      assertThat(waiting.get()).contains(new Answer("st-1", "", "access_denied"));
    }
  }

  @Test
  void waitsNoLongerThanItMay() throws Exception {
    try (LoopbackListener listener = LoopbackListener.on(0)) {
      assertThat(listener.await("st-1", Duration.ofMillis(50))).isEmpty();
    }
  }
}
