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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/// The API of another service: it gives out the fixtures, page by page, to who has the token, and
/// refuses others.
final class ServiceDouble implements AutoCloseable {
  private final HttpServer server;
  private final String service;
  private final String authorization;
  private final Map<String, String> answers = new LinkedHashMap<>();
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
  ServiceDouble on(String path, String holds, String fixture) {
    answers.put(path + " " + holds, fixture);
    return this;
  }

  /// Answers with a fixture if path and query begin so.
  ServiceDouble on(String path, String fixture) {
    return on(path, "", fixture);
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
        send(
            exchange,
            401,
            "{\"message\": \"The access token is invalid\"}".getBytes(StandardCharsets.UTF_8));
        return;
      }
      String fixture = fixture(uri);
      send(
          exchange,
          fixture.isEmpty() ? 404 : 200,
          fixture.isEmpty() ? new byte[0] : bytes(service, fixture));
    }
  }

  private String fixture(String uri) {
    for (Map.Entry<String, String> answer : answers.entrySet()) {
      String[] parts = answer.getKey().split(" ", -1);
      if (uri.startsWith(parts[0]) && uri.contains(parts[1])) {
        return answer.getValue();
      }
    }
    return "";
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] bytes(String service, String fixture) throws IOException {
    try (InputStream in = resource(service, fixture).openStream()) {
      return in.readAllBytes();
    }
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
