package org.meetwright.server.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A server on loopback with a calendar file, which answers as it is told.
public final class CalendarFile implements AutoCloseable {
  private final HttpServer server;
  private final String path;
  private volatile int status = 200;
  private volatile String text = "";
  private volatile String credentials = "";

  /// Starts it.
  ///
  /// @param path of the file
  public CalendarFile(String path) {
    this.path = path;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 5);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    String sent = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    boolean refused = !credentials.isEmpty() && !sent.equals("Basic " + credentials);
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (refused) {
      exchange.getResponseHeaders().set("WWW-Authenticate", "Basic realm=\"x\"");
    }
    exchange.getResponseHeaders().set("Content-Type", "text/calendar; charset=utf-8");
    exchange.sendResponseHeaders(refused ? 401 : status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /// Returns the address of the file.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /// Has it hold these events.
  public CalendarFile says(String... events) {
    status = 200;
    text =
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nX-WR-CALNAME:Ada's days\r\n"
            + String.join("", events)
            + "END:VCALENDAR\r\n";
    return this;
  }

  /// Has it answer with an error.
  public void fails(int with) {
    status = with;
  }

  /// Has it ask for a user and a password; empty for none.
  public void asksFor(String user, String password) {
    credentials =
        Base64.getEncoder()
            .encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  /// Returns an event of an hour.
  public static String event(String uid, String start, String summary) {
    return "BEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nDTSTAMP:20260101T000000Z\r\nDTSTART:"
        + start
        + "\r\nDURATION:PT1H\r\nSUMMARY:"
        + summary
        + "\r\nEND:VEVENT\r\n";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
