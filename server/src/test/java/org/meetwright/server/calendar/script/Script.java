package org.meetwright.server.calendar.script;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// A server on loopback that answers as it is told, and remembers what it was asked.
public final class Script implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, Answering> answers = new ConcurrentHashMap<>();
  private volatile Answering otherwise = _ -> Said.of(404, "");
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  /// Answers a request.
  @FunctionalInterface
  public interface Answering {
    Said to(Asked asked) throws IOException;
  }

  /// A request.
  ///
  /// @param what method and path with query, with a blank between
  public record Asked(String what, Map<String, List<String>> headers, String body) {
    /// Returns a header; null if there is none.
    public @Nullable String header(String name) {
      List<String> values = headers.get(name);
      return values == null ? null : values.getFirst();
    }
  }

  /// An answer.
  ///
  /// @param length that is told; -1 for that of the body
  @SuppressWarnings("ArrayRecordComponent") // Made for one answer.
  public record Said(int status, Map<String, String> headers, byte[] body, int length) {
    public static Said of(int status, String body) {
      return new Said(status, Map.of(), body.getBytes(StandardCharsets.UTF_8), -1);
    }

    /// Returns an answer for several resources.
    ///
    /// @param responses what is inside of it, with the prefixes `D` and `C`
    public static Said multistatus(String responses) {
      return of(
          207,
          "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\""
              + " xmlns:C=\"urn:ietf:params:xml:ns:caldav\""
              + " xmlns:S=\"http://calendarserver.org/ns/\" xmlns:A=\"http://apple.com/ns/ical/\">"
              + responses
              + "</D:multistatus>");
    }

    public static Said redirect(int status, String to) {
      return of(status, "").with("Location", to);
    }

    public Said with(String name, String value) {
      Map<String, String> more = new HashMap<>(headers);
      more.put(name, value);
      return new Said(status, more, body, length);
    }

    public Said packed() throws IOException {
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (OutputStream out = new GZIPOutputStream(packed)) {
        out.write(body);
      }
      return new Said(status, headers, packed.toByteArray(), -1).with("Content-Encoding", "gzip");
    }

    /// Returns an answer that breaks off.
    public Said halved() {
      return new Said(status, headers, Arrays.copyOf(body, body.length / 2), body.length);
    }
  }

  public Script() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  /// Returns the address of the server, without a slash at its end.
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /// Answers like this from now on.
  ///
  /// @param what method and path with query, with a blank between
  public void on(String what, Answering answer) {
    answers.put(what, answer);
  }

  /// Answers like this what it was told nothing about.
  public void onAnything(Answering answer) {
    otherwise = answer;
  }

  public void on(String what, Said answer) {
    on(what, _ -> answer);
  }

  /// Returns what it was asked.
  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// Returns what was asked last with a method.
  public Asked last(String method) {
    return asked.stream()
        .filter(one -> one.what().startsWith(method + " "))
        .reduce((_, later) -> later)
        .orElseThrow();
  }

  public Asked last() {
    return asked.getLast();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Asked request =
          new Asked(
              exchange.getRequestMethod() + " " + exchange.getRequestURI(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      asked.add(request);
      Said said = answers.getOrDefault(request.what(), otherwise).to(request);
      said.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      int length = said.length() < 0 ? said.body().length : said.length();
      exchange.sendResponseHeaders(said.status(), length == 0 ? -1 : length);
      exchange.getResponseBody().write(said.body());
      exchange.getResponseBody().flush();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
