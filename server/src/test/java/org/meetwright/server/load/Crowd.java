package org.meetwright.server.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.meetwright.core.Patience;

/// Attackers, who come from one address or from many, and count how they are answered.
final class Crowd implements AutoCloseable {
  private final URI server;
  private final Map<Integer, AtomicInteger> statuses = new ConcurrentHashMap<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  Crowd(URI server) {
    this.server = server;
  }

  /// An answer.
  ///
  /// @param status 0 if none came
  /// @param retryAfter in seconds; 0 if it does not say
  record Answer(int status, int retryAfter) {}

  /// Returns an address of its own for each number.
  static String address(int number) {
    return "127." + (1 + number / 62_500) + "." + number / 250 % 250 + "." + (1 + number % 250);
  }

  /// Sends requests, each over a connection of its own, all at once, and takes the answers.
  void ask(int requests, IntFunction<String> from, IntFunction<String> request) {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < requests; i++) {
        int number = i;
        threads.execute(
            () -> count(ask(server, from.apply(number), request.apply(number)).status()));
      }
    }
  }

  private void count(int status) {
    statuses.computeIfAbsent(status, _ -> new AtomicInteger()).incrementAndGet();
  }

  /// Returns how many requests were answered how.
  Map<Integer, Integer> statuses() {
    Map<Integer, Integer> counted = new TreeMap<>();
    statuses.forEach((status, number) -> counted.put(status, number.get()));
    return counted;
  }

  static Answer ask(URI server, String from, String request) {
    try (Socket socket = connect(server, from)) {
      socket.setSoTimeout(Patience.MILLIS);
      socket.getOutputStream().write(request.getBytes(US_ASCII));
      String begin = new String(socket.getInputStream().readNBytes(1024), US_ASCII);
      socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      return begin.startsWith("HTTP/1.1 ")
          ? new Answer(Integer.parseInt(begin.substring(9, 12)), retryAfter(begin))
          : new Answer(0, 0);
    } catch (IOException refused) {
      return new Answer(0, 0);
    }
  }

  private static int retryAfter(String begin) {
    return begin
        .lines()
        .filter(line -> line.regionMatches(true, 0, "Retry-After: ", 0, 13))
        .map(line -> Integer.parseInt(line.substring(13)))
        .findFirst()
        .orElse(0);
  }

  private static Socket connect(URI server, String from) throws IOException {
    return new Socket(
        InetAddress.ofLiteral("127.0.0.1"), server.getPort(), InetAddress.ofLiteral(from), 0);
  }

  /// Sends something, and leaves the connection open.
  void leave(String from, String sent) {
    try {
      Socket socket = connect(server, from);
      open.add(socket);
      socket.getOutputStream().write(sent.getBytes(US_ASCII));
    } catch (IOException refused) {
      // As it should be, beyond a hundred.
    }
  }

  /// Closes what was left open.
  @Override
  public void close() throws IOException {
    for (Socket socket : open) {
      socket.close();
    }
    open.clear();
  }
}
