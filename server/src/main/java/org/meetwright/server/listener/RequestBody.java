package org.meetwright.server.listener;

import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.DirectTransportRequest;
import io.helidon.webserver.http.ServerRequest;
import java.io.IOException;
import org.meetwright.server.load.Turns;

/// Reads the body of a request.
public final class RequestBody {
  private RequestBody() {}

  /// What was read ahead.
  private static final class ReadAhead {
    private final byte[] bytes;

    ReadAhead(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /// Reads a body before its request waits for anything else. [#read] returns the same then.
  ///
  /// @param most how many bytes
  public static void readAhead(ServerRequest request, int most) {
    request.context().register(new ReadAhead(read(request, most)));
  }

  /// Returns the first bytes of a body; none if there is no body.
  ///
  /// @param most how many
  /// @throws RequestException if its chunks are not those of HTTP/1.1; ends the connection, for
  ///   nobody knows where the next request begins
  public static byte[] read(ServerRequest request, int most) {
    if (!request.content().hasEntity()) {
      return new byte[0];
    }
    // Others have their turn while this one comes.
    return request
        .context()
        .get(ReadAhead.class)
        .map(ahead -> ahead.bytes)
        .orElseGet(() -> Turns.away(() -> readNow(request, most)));
  }

  private static byte[] readNow(ServerRequest request, int most) {
    try {
      // Not closed: that would go on reading.
      return request.content().inputStream().readNBytes(most);
    } catch (CloseConnectionException | RequestException refused) {
      throw refused;
    } catch (IOException | RuntimeException broken) {
      throw RequestException.builder()
          .type(EventType.BAD_REQUEST)
          .request(DirectTransportRequest.create(request.prologue(), request.headers()))
          .setKeepAlive(false)
          .cause(broken)
          .message("The body is not in chunks of HTTP/1.1")
          .build();
    }
  }
}
