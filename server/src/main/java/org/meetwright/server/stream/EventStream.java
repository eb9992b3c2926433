package org.meetwright.server.stream;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.access.Caller;

/// A stream to one client. One thread puts text in, another takes it out and sends it. A client
/// that takes too little is not waited for: its stream ends, and it goes on where it was with
/// another.
public final class EventStream implements AutoCloseable {
  private static final int MOST_WAITING = 16;
  private static final String END = "";

  private final UUID hostId;
  private final UUID credential;
  private final BlockingQueue<String> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Listeners listeners;
  private final Duration heartbeat;

  /// How far it is. Belongs to the thread that puts text in.
  private long position;

  /// @param heartbeat how long it says nothing at most
  EventStream(Caller caller, long position, Listeners listeners, Duration heartbeat) {
    this.hostId = caller.host().id();
    this.credential = caller.credential();
    this.position = position;
    this.listeners = listeners;
    this.heartbeat = heartbeat;
  }

  UUID hostId() {
    return hostId;
  }

  /// Returns the session or token that it was begun with.
  UUID credential() {
    return credential;
  }

  long position() {
    return position;
  }

  /// Puts text in, after which the client is further.
  void put(String text, long number) {
    position = number;
    if (!waiting.offer(text)) {
      end();
    }
  }

  /// Ends it. What waits is not sent.
  void end() {
    waiting.clear();
    var _ = waiting.offer(END);
  }

  /// Waits for what is to be sent next.
  ///
  /// @return null at its end
  /// @throws InterruptedException if the server is being ended
  public @Nullable String next() throws InterruptedException {
    String text = waiting.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
    if (text == null) {
      return ServerSentEvent.HEARTBEAT;
    }
    return text.isEmpty() ? null : text;
  }

  /// Forgets it.
  @Override
  public void close() {
    listeners.remove(this);
  }
}
