package org.meetwright.server.fuzz;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.fuzz.Wire.Answer;

/// Sends many requests at once, and looks at each answer.
final class Barrage {
  private static final int CALLERS = 8;

  private final URI server;
  private final AtomicInteger next = new AtomicInteger();
  final List<String> faults = new CopyOnWriteArrayList<>();
  final List<String> done = new CopyOnWriteArrayList<>();
  final Map<String, AtomicInteger> statuses = new ConcurrentHashMap<>();

  Barrage(URI server) {
    this.server = server;
  }

  /// Sends the requests with these numbers, from 0 to a count.
  void send(int count, IntFunction<BrokenRequest> requests) throws InterruptedException {
    next.set(0);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<? extends Future<?>> callers =
          IntStream.range(0, CALLERS)
              .mapToObj(caller -> threads.submit(() -> call(count, requests)))
              .toList();
      for (Future<?> caller : callers) {
        caller.get();
      }
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  private Void call(int count, IntFunction<BrokenRequest> requests) throws IOException {
    Wire kept = null;
    for (int i = next.getAndIncrement(); i < count; i = next.getAndIncrement()) {
      BrokenRequest request = requests.apply(i);
      try {
        kept = request.own() ? alone(i, request, kept) : together(i, request, kept);
      } catch (IOException broken) {
        faults.add("#" + i + " " + broken + ": " + request);
        kept = closed(kept);
      }
    }
    closed(kept);
    return null;
  }

  private static @Nullable Wire closed(@Nullable Wire wire) throws IOException {
    if (wire != null) {
      wire.close();
    }
    return null;
  }

  private @Nullable Wire alone(int i, BrokenRequest request, @Nullable Wire kept)
      throws IOException {
    try (Wire wire = new Wire(server)) {
      wire.send(request.bytes(), true);
      look(i, request, wire.answer(request.toHead()), request.whole());
    }
    return kept;
  }

  private @Nullable Wire together(int i, BrokenRequest request, @Nullable Wire kept)
      throws IOException {
    Wire wire = kept == null ? new Wire(server) : kept;
    wire.send(request.bytes(), false);
    Optional<Answer> answer = wire.answer(request.toHead());
    if (answer.isEmpty() && kept != null) {
      // The server may have closed the connection after the request before.
      wire.close();
      return together(i, request, null);
    }
    look(i, request, answer, true);
    boolean ends = answer.isEmpty() || answer.get().closes();
    // Of a first line that is too long, the server does not read that it is HEAD.
    if (wire.hasMore() && !ends) {
      faults.add("#" + i + " more than an answer: " + request);
    }
    return ends || wire.hasMore() ? closed(wire) : wire;
  }

  private void look(int i, BrokenRequest request, Optional<Answer> answer, boolean owed) {
    String status = answer.map(a -> "" + a.status()).orElse("none");
    statuses.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
    if (answer.isEmpty()) {
      if (owed) {
        faults.add("#" + i + " no answer: " + request);
      }
      return;
    }
    if (answer.get().status() < 300 && request.changes()) {
      done.add("#" + i + " " + status + ": " + request);
    }
    List<String> wrong = Decency.faults(request, answer.get());
    if (!wrong.isEmpty()) {
      faults.add("#" + i + " " + wrong + " " + answer.get().head() + ": " + request);
    }
  }
}
