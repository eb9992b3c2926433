package org.meetwright.cli.stress.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.meetwright.cli.stress.client.Figures.Kind;
import org.meetwright.core.Patience;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The HTTP API of one server or several, any of which may be dead.
public final class Api implements AutoCloseable {
  private static final Duration LONGEST = Patience.LONG;

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Patience.LONG)
          .build();
  private final List<URI> servers;
  private final Figures figures;

  /// Creates a client of servers.
  public Api(List<URI> servers, Figures figures) {
    this.servers = servers;
    this.figures = figures;
  }

  /// What became of a request.
  sealed interface Outcome {}

  /// It was answered.
  record Told(int status, JsonNode body) implements Outcome {
    String code() {
      return body.path("code").asString("");
    }
  }

  /// It may have been carried out: the connection broke, or the server failed.
  record Lost() implements Outcome {}

  /// It was never sent: nobody listens there.
  record NotSent() implements Outcome {}

  /// Sends a request with a body.
  ///
  /// @param server any number; consecutive ones are different servers
  Outcome send(int server, String method, String path, Map<String, String> headers, String body) {
    URI to = URI.create(servers.get(Math.floorMod(server, servers.size())) + path);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(to)
            .timeout(LONGEST)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      figures.count(Kind.REQUESTS);
      return outcome(response);
    } catch (ConnectException | HttpConnectTimeoutException notSent) {
      return new NotSent();
    } catch (IOException lost) {
      figures.count(Kind.REQUESTS);
      figures.count(Kind.LOST);
      return new Lost();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private Outcome outcome(HttpResponse<String> response) {
    if (response.statusCode() >= 500) {
      figures.count(Kind.ERRORS);
      return new Lost();
    }
    Told told = new Told(response.statusCode(), JsonMapper.shared().readTree(response.body()));
    figures.count(
        switch (told.status()) {
          case 201 -> Kind.BOOKED;
          case 200 -> Kind.CHANGED;
          default -> told.code().equals("slot_taken") ? Kind.CONFLICTS : Kind.REFUSED;
        });
    return told;
  }

  /// Sends a request that must succeed, of one who sets things up, and returns the answer.
  JsonNode must(String method, String path, String token, String body) {
    Outcome outcome = send(0, method, path, Map.of("Authorization", "Bearer " + token), body);
    if (outcome instanceof Told told && told.status() < 300) {
      return told.body();
    }
    throw new IllegalStateException(method + " " + path + " " + body + ": " + outcome);
  }

  @Override
  public void close() {
    client.close();
  }
}
