package org.meetwright.cli.imports;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The API of another service: it gives out the fixtures, page by page, to who has the token, and
/// refuses others.
final class ServiceDouble implements AutoCloseable {
  /// What it answers.
  ///
  /// @param retryAfter the header of this name; empty for none
  record Answer(int status, String body, String retryAfter) {
    static Answer of(String body) {
      return new Answer(200, body, "");
    }

    /// Has the client wait.
    static Answer tooMany(String seconds) {
      return new Answer(429, "", seconds);
    }
  }

  /// What is answered to requests whose path and query begin with the one and hold the other.
  private record Route(String begin, String holds, Function<String, Answer> answer) {}

  private final HttpServer server;
  private final String service;
  private final String authorization;
  private final List<Route> routes = new ArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();

  /// Starts it on loopback.
  ///
  /// @param service the folder of its fixtures
  /// @param authorization the header that it wants
  ServiceDouble(String service, String authorization) {
    this.service = service;
    this.authorization = authorization;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  /// Answers with a fixture if path and query begin with the one and hold the other. What is named
  /// first counts.
  ServiceDouble on(String begin, String holds, String fixture) {
    routes.add(new Route(begin, holds, _ -> Answer.of(text(service, fixture))));
    return this;
  }

  /// Answers with a fixture if path and query begin so.
  ServiceDouble on(String begin, String fixture) {
    return on(begin, "", fixture);
  }

  /// Answers what is made of path and query if they begin so.
  ServiceDouble answering(String begin, Function<String, Answer> answer) {
    routes.add(new Route(begin, "", answer));
    return this;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /// Returns what it was asked.
  List<String> asked() {
    return List.copyOf(asked);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String uri = exchange.getRequestURI().toString();
      asked.add(uri);
      String who = exchange.getRequestHeaders().getFirst("Authorization");
      if (!authorization.equals(who)) {
        send(exchange, new Answer(401, "{\"message\": \"The access token is invalid\"}", ""));
        return;
      }
      send(exchange, answer(uri));
    }
  }

  private Answer answer(String uri) {
    return routes.stream()
        .filter(route -> uri.startsWith(route.begin()) && uri.contains(route.holds()))
        .findFirst()
        .map(route -> route.answer().apply(uri))
        .orElse(new Answer(404, "", ""));
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    if (!answer.retryAfter().isEmpty()) {
      exchange.getResponseHeaders().add("Retry-After", answer.retryAfter());
    }
    exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  /// Returns what a fixture holds.
  static String text(String service, String fixture) {
    try (InputStream in = resource(service, fixture).openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Returns a parameter of a query; empty if it is not there.
  static String parameter(String uri, String name) {
    Matcher found = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(uri);
    return found.find() ? URLDecoder.decode(found.group(1), StandardCharsets.UTF_8) : "";
  }

  private static URL resource(String service, String fixture) {
    return Objects.requireNonNull(
        ServiceDouble.class.getResource("/imports/" + service + "/" + fixture), fixture);
  }

  /// Returns a fixture's file.
  static String file(String service, String fixture) {
    try {
      return Path.of(resource(service, fixture).toURI()).toString();
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
