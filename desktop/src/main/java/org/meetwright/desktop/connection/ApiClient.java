package org.meetwright.desktop.connection;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.api.booking.ApiBooking;
import org.meetwright.server.api.booking.ApiBookings;
import org.meetwright.server.api.host.ApiHost;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Speaks the HTTP API, version 1.
public final class ApiClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final ServerConnection connection;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();

  /// Creates a client.
  public ApiClient(ServerConnection connection) {
    this.connection = connection;
  }

  /// Returns the address of the server.
  public URI address() {
    return connection.address();
  }

  /// Returns the host who is signed in.
  ///
  /// @throws ConnectionException if the server doesn't answer as it should
  public ApiHost.Own me() {
    return get("/me", ApiHost.Own.class);
  }

  /// Returns all bookings that start at an instant or later, by start.
  ///
  /// @throws ConnectionException if the server doesn't answer as it should
  public List<ApiBooking> bookingsFrom(Instant from) {
    List<ApiBooking> bookings = new ArrayList<>();
    @Nullable String cursor = "";
    while (cursor != null) {
      String more = cursor.isEmpty() ? "" : "&cursor=" + cursor;
      ApiBookings page = get("/bookings?limit=200&from=" + from + more, ApiBookings.class);
      bookings.addAll(page.bookings());
      cursor = page.nextCursor();
    }
    return bookings;
  }

  private <T> T get(String path, Class<T> type) {
    URI address = URI.create(connection.address() + "/api/v1" + path);
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(TIMEOUT)
            .header("Authorization", "Bearer " + connection.token())
            .build();
    try {
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() == 401) {
        throw new ConnectionException(
            "The server does not accept the token; make a new one with: meetwright token create",
            null);
      }
      if (response.statusCode() != 200) {
        throw new ConnectionException(
            "The server at "
                + connection.address()
                + " answered with status "
                + response.statusCode()
                + "; look at its log.",
            null);
      }
      return JSON.readValue(response.body(), type);
    } catch (IOException | JacksonException failed) {
      throw new ConnectionException(
          "The server at " + connection.address() + " cannot be reached; is it running?", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new ConnectionException("Interrupted", interrupted);
    }
  }

  /// Ends the connection.
  @Override
  public void close() {
    http.close();
    connection.close();
  }
}
