package org.meetwright.server.connection;

import io.helidon.common.buffers.DataReader;
import io.helidon.http.DirectHandler.EventType;
import io.helidon.http.RequestException;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import org.meetwright.core.value.BusyException;
import org.meetwright.server.load.Memory;

/// Reads requests: each has to be there in time, and to be of a size that there is memory for. A
/// request that is answered before it was read has as long again for its rest.
final class WatchedReader {
  /// What each connection may send without being counted: more than a usual request.
  private static final int UNCOUNTED_BYTES = 4 * 1024;

  /// Larger than the largest request that is taken.
  private static final int MOST_BYTES = 2 << 20;

  private final DataReader in;
  private final OpenConnection connection;
  private final Deadlines deadlines;
  private final DataReader reader = DataReader.create(this::read);
  private final Memory.Held held = Memory.none();
  private long begun;
  private long bytes;
  private boolean reading = true;

  /// Whether more had come than the request that was answered.
  private boolean nextBegun;

  WatchedReader(DataReader in, OpenConnection connection, Deadlines deadlines) {
    this.in = in;
    this.connection = connection;
    this.deadlines = deadlines;
    this.begun = connection.opened();
  }

  DataReader reader() {
    return reader;
  }

  /// Notes that the request is being answered.
  void endRequest() {
    reading = false;
    nextBegun = reader.available() > 0;
    bytes = 0;
    held.close();
  }

  private byte[] read() {
    long now = System.nanoTime();
    if (!reading && (connection.wasLeftUnread() || nextBegun)) {
      begin(now);
    }
    connection.waitUntil(
        reading ? begun + deadlines.request().toNanos() : now + deadlines.silence().toNanos());
    try {
      in.ensureAvailable();
    } catch (DataReader.InsufficientDataAvailableException hungUp) {
      throw new CloseConnectionException("The client hung up", hungUp);
    } catch (RuntimeException ended) {
      throw new CloseConnectionException(
          connection.isOverdue() ? "A request took too long to come" : "The client is gone", ended);
    } finally {
      connection.waitForNothing();
    }
    if (!reading) {
      begin(System.nanoTime());
    }
    int available = in.available();
    count(available);
    return in.readBytes(available);
  }

  private void begin(long now) {
    reading = true;
    begun = now;
    bytes = 0;
  }

  private void count(int more) {
    long before = Math.max(bytes, UNCOUNTED_BYTES);
    bytes += more;
    if (bytes > MOST_BYTES) {
      throw new CloseConnectionException("A request has no end");
    }
    if (bytes > before) {
      try {
        held.more(bytes - before);
      } catch (BusyException full) {
        throw RequestException.builder()
            .type(EventType.OTHER)
            .status(Status.SERVICE_UNAVAILABLE_503)
            .setKeepAlive(false)
            .cause(full)
            .message("Too many large requests")
            .build();
      }
    }
  }
}
