package org.meetwright.server.api.news;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Authentication;
import org.meetwright.server.route.Area;
import org.meetwright.server.stream.EventStream;
import org.meetwright.server.stream.EventStreams;

/// `GET /api/v1/events`: what happens to a host, as server-sent events, until the client hangs up,
/// the token ends or the server does.
public final class EventRoutes implements HttpService {
  private static final HeaderName LAST_EVENT_ID = HeaderNames.create("Last-Event-ID");

  /// Has nginx pass on what it is given at once.
  private static final HeaderName BUFFERING = HeaderNames.create("X-Accel-Buffering");

  private final EventStreams streams;
  private final Authentication authentication;
  private final Consumer<SocketAddress> setApart;

  /// Creates the route.
  ///
  /// @param setApart has the connection with a peer take nobody's place
  public EventRoutes(
      EventStreams streams, Authentication authentication, Consumer<SocketAddress> setApart) {
    this.streams = streams;
    this.authentication = authentication;
    this.setApart = setApart;
  }

  @Override
  public void routing(HttpRules rules) {
    Area.STREAMS.on(rules).get("/api/v1/events", this::listen);
  }

  private void listen(ServerRequest request, ServerResponse response) {
    Caller caller = authentication.caller(request);
    try (EventStream stream = streams.open(caller, lastEventId(request))) {
      setApart.accept(request.remotePeer().address());
      response
          .header(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8")
          .header(HeaderNames.CACHE_CONTROL, "no-store")
          // Compressed, events would wait for more of them.
          .header(HeaderNames.CONTENT_ENCODING, "identity")
          .header(BUFFERING, "no")
          .header(HeaderValues.CONNECTION_CLOSE);
      send(stream, response);
    }
  }

  private static @Nullable Long lastEventId(ServerRequest request) {
    String sent = request.headers().first(LAST_EVENT_ID).orElse("").strip();
    if (sent.isEmpty()) {
      return null;
    }
    if (!sent.matches("[0-9]{1,18}")) {
      throw new InvalidValueException(
          "Last-Event-ID", "must be the id of an event, not " + InvalidValueException.shown(sent));
    }
    return Long.valueOf(sent);
  }

  private static void send(EventStream stream, ServerResponse response) {
    try (OutputStream out = response.outputStream()) {
      for (String text = stream.next(); text != null; text = stream.next()) {
        out.write(text.getBytes(UTF_8));
        out.flush();
      }
    } catch (IOException | UncheckedIOException gone) {
      throw new CloseConnectionException("The client is gone", gone);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("The server is being ended", ended);
    }
  }
}
