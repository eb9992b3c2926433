package org.meetwright.server.load;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.meetwright.core.Patience;
import org.meetwright.server.ServerFixture;

/// Books every second, whatever else happens, each time as someone new, and notes how he is
/// answered.
final class Visitor implements AutoCloseable {
  private static final int FIRST_ADDRESS = 1_000_000;

  private final URI server;
  private final ScheduledExecutorService seconds = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger begun = new AtomicInteger();
  private final List<Visit> visits = new CopyOnWriteArrayList<>();
  private final String start =
      Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofDays(3)).toString();

  /// A booking that was tried.
  ///
  /// @param status how it was answered in the end
  /// @param busy how often he was told before to come again
  /// @param millis how long all of it took
  record Visit(int status, int busy, long millis) {}

  Visitor(URI server) {
    this.server = server;
  }

  /// Books so many times, one after the other.
  void warmUp(int times) {
    for (int i = 0; i < times; i++) {
      book();
    }
    visits.clear();
  }

  void begin() {
    var _ =
        seconds.scheduleAtFixedRate(
            () -> Thread.startVirtualThread(this::book), 0, 1, TimeUnit.SECONDS);
  }

  /// Comes again when he is told so, as often as he is.
  private void book() {
    int number = begun.incrementAndGet();
    String request =
        Requests.post(
            "/api/v1/bookings", "", ServerFixture.booking(start, "bob" + number + "@example.com"));
    long first = System.nanoTime();
    Crowd.Answer answer = Crowd.ask(server, Crowd.address(FIRST_ADDRESS + number), request);
    int busy = 0;
    while (answer.status() == 503 && answer.retryAfter() > 0 && busy < Patience.SECONDS) {
      busy++;
      sleep(answer.retryAfter());
      answer = Crowd.ask(server, Crowd.address(FIRST_ADDRESS + number), request);
    }
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - first);
    visits.add(new Visit(answer.status(), busy, millis));
  }

  private static void sleep(int seconds) {
    try {
      Thread.sleep(Duration.ofSeconds(seconds));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when he has been answered so many times more.
  void await(int more) throws Exception {
    int before = visits.size();
    Patience.until(() -> visits.size() >= before + more);
  }

  /// Returns what came of each visit that has ended, and forgets it.
  List<Visit> visits() {
    List<Visit> ended = List.copyOf(visits);
    visits.removeAll(ended);
    return ended;
  }

  /// Returns the time that so many in a hundred did not exceed.
  static long percentile(List<Visit> visits, int percent) {
    List<Long> sorted = visits.stream().map(Visit::millis).sorted().toList();
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }

  @Override
  public void close() {
    seconds.shutdownNow();
  }
}
