package org.meetwright.server.load;

import io.helidon.webserver.http.ServerResponse;
import java.util.concurrent.atomic.AtomicLong;
import org.meetwright.core.value.BusyException;

/// Bounds the memory of large requests and answers in progress: together an eighth of the heap.
/// Small ones are not counted; they are bounded by the number of connections.
public final class Memory {
  /// Larger than what answers a change: nobody is told that nothing was done once it was.
  private static final int SMALL_ANSWER = 128 * 1024;

  private static final long ALL = Runtime.getRuntime().maxMemory() / 8;
  private static final AtomicLong FREE = new AtomicLong(ALL);

  private Memory() {}

  /// Returns how much of it nobody holds, in bytes.
  static long free() {
    return FREE.get();
  }

  /// Takes memory that is given back when the result is closed.
  ///
  /// @throws BusyException if there is not so much
  public static Held hold(long bytes) {
    Held held = new Held();
    held.more(bytes);
    return held;
  }

  /// Returns a share that is still empty.
  public static Held none() {
    return new Held();
  }

  /// Sends an answer. While a large one is being taken, it is counted.
  ///
  /// @throws BusyException if it is large and there is not so much; nothing was sent then
  public static void send(ServerResponse response, byte[] answer) {
    if (answer.length <= SMALL_ANSWER) {
      response.send(answer);
      return;
    }
    try (Held _ = hold(answer.length)) {
      response.send(answer);
    }
  }

  /// What one request or answer holds. Belongs to one thread.
  public static final class Held implements AutoCloseable {
    private long held;

    private Held() {}

    /// Takes more.
    ///
    /// @throws BusyException if there is not so much
    public void more(long bytes) {
      long left = FREE.addAndGet(-bytes);
      if (left < 0) {
        FREE.addAndGet(bytes);
        throw new BusyException("Large requests and answers take " + ALL + " bytes");
      }
      held += bytes;
    }

    /// Gives everything back. May be called again.
    @Override
    public void close() {
      FREE.addAndGet(held);
      held = 0;
    }
  }
}
