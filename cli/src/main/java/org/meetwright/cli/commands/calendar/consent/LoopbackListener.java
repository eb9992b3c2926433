package org.meetwright.cli.commands.calendar.consent;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.meetwright.core.calendar.consent.CalendarConsents.Answer;

/// Waits on this machine alone for a browser that comes back from a consent page (RFC 8252, section
/// 7.3).
public final class LoopbackListener implements AutoCloseable {
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int PATIENCE_MILLIS = 5000;

  private final ServerSocket socket;

  private LoopbackListener(ServerSocket socket) {
    this.socket = socket;
  }

  /// Begins to listen.
  ///
  /// @param port 0 for any
  /// @throws IOException if the port is taken
  public static LoopbackListener on(int port) throws IOException {
    return new LoopbackListener(
        new ServerSocket(port, 5, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
  }

  /// Returns where the browser is to be sent back to.
  public URI address() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/");
  }

  /// Waits for the browser. What comes with another state is told that it is not meant.
  ///
  /// @return empty if it does not come in time
  /// @throws IOException if nothing can be received any more
  public Optional<Answer> await(String state, Duration longest) throws IOException {
    long until = System.nanoTime() + longest.toNanos();
    while (true) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return Optional.empty();
      }
      socket.setSoTimeout((int) Math.min(left, Integer.MAX_VALUE));
      Map<String, String> query;
      try (Socket browser = socket.accept()) {
        query = answered(browser, state);
      } catch (SocketTimeoutException nobody) {
        return Optional.empty();
      }
      if (state.equals(query.get("state"))) {
        return Optional.of(
            new Answer(state, query.getOrDefault("code", ""), query.getOrDefault("error", "")));
      }
    }
  }

  /// Whoever connects and says nothing, or goes away, is nobody.
  private static Map<String, String> answered(Socket browser, String state) {
    Map<String, String> query = Map.of();
    try {
      query = query(browser);
      boolean meant = state.equals(query.get("state"));
      say(browser, meant ? "You can close this page now." : "This is not what is waited for.");
    } catch (IOException gone) {
      // What was read counts all the same.
    }
    return query;
  }

  private static Map<String, String> query(Socket browser) throws IOException {
    browser.setSoTimeout(PATIENCE_MILLIS);
    InputStream in = browser.getInputStream();
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.append((char) next);
      if (line.length() > LONGEST_LINE) {
        return Map.of();
      }
    }
    skipHeaders(in);
    int from = line.indexOf("?");
    int to = line.indexOf(" HTTP/");
    Map<String, String> read = new HashMap<>();
    if (line.indexOf("GET ") == 0 && from > 0 && to > from) {
      for (String one : line.substring(from + 1, to).split("&", -1)) {
        int is = one.indexOf('=');
        if (is > 0) {
          read.put(one.substring(0, is), decoded(one.substring(is + 1)));
        }
      }
    }
    return read;
  }

  /// A socket that is closed with something unread loses the answer.
  private static void skipHeaders(InputStream in) throws IOException {
    int length = 0;
    int read = 0;
    for (int next = in.read(); next >= 0 && read < LONGEST_LINE; next = in.read(), read++) {
      if (next == '\n' && length == 0) {
        return;
      }
      length = next == '\n' ? 0 : next == '\r' ? length : length + 1;
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException broken) {
      return "";
    }
  }

  private static void say(Socket browser, String sentence) throws IOException {
    byte[] body = ("Meetwright: " + sentence + "\n").getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: "
            + body.length
            + "\r\nConnection: close\r\n\r\n";
    browser.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    browser.getOutputStream().write(body);
    browser.getOutputStream().flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
