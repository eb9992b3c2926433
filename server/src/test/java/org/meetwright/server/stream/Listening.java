package org.meetwright.server.stream;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// A client of a stream of events.
final class Listening implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpResponse<InputStream> response;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  /// An event; with the type `end` when the stream has ended.
  ///
  /// @param id empty if it has none
  record Event(String id, String type, String data) {}

  /// Begins to listen.
  ///
  /// @param last the id of the last event; null to send none
  Listening(URI server, String token, String last) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/events"))
            .header("Authorization", "Bearer " + token)
            .header("Accept-Encoding", "gzip");
    if (last != null) {
      request.header("Last-Event-ID", last);
    }
    response = client.send(request.build(), BodyHandlers.ofInputStream());
    if (response.statusCode() == 200) {
      Thread.ofVirtual().start(this::read);
    }
  }

  HttpResponse<InputStream> response() {
    return response;
  }

  private void read() {
    String id = "";
    String type = "";
    String data = "";
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.isEmpty() && !(id + type + data).isEmpty()) {
          events.add(new Event(id, type, data));
          id = type = data = "";
        } else if (line.startsWith("id: ")) {
          id = line.substring(4);
        } else if (line.startsWith("event: ")) {
          type = line.substring(7);
        } else if (line.startsWith("data: ")) {
          data = line.substring(6);
        }
      }
    } catch (IOException ended) {
      // Told below.
    }
    events.add(new Event("", "end", ""));
  }

  /// Returns the next event.
  Event next() throws InterruptedException {
    Event event = events.poll(Patience.SECONDS, TimeUnit.SECONDS);
    if (event == null) {
      throw new AssertionError("Nothing came");
    }
    return event;
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
