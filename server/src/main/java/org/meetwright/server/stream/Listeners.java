package org.meetwright.server.stream;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.meetwright.core.access.Caller;
import org.meetwright.core.value.BusyException;
import org.meetwright.server.limit.TooManyRequestsException;

/// Who listens on this node: so many streams, and so many of one host.
final class Listeners {
  private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

  private final int most;
  private final int mostOfAHost;
  private final Duration heartbeat;
  private final Map<UUID, Set<EventStream>> byHost = new HashMap<>();
  private int open;
  private boolean closed;

  /// @param heartbeat how long a stream says nothing at most
  Listeners(int most, int mostOfAHost, Duration heartbeat) {
    this.most = most;
    this.mostOfAHost = mostOfAHost;
    this.heartbeat = heartbeat;
  }

  /// Opens a stream.
  ///
  /// @param position how far the client is
  /// @throws TooManyRequestsException if the host has too many
  /// @throws BusyException if there are too many, or no more are opened
  synchronized EventStream open(Caller caller, long position) {
    Set<EventStream> his = byHost.getOrDefault(caller.host().id(), Set.of());
    if (his.size() >= mostOfAHost) {
      throw new TooManyRequestsException(TRY_AGAIN);
    }
    if (closed || open >= most) {
      throw new BusyException("Too many streams are open, or the server is being ended");
    }
    EventStream stream = new EventStream(caller, position, this, heartbeat);
    byHost.computeIfAbsent(stream.hostId(), none -> new HashSet<>()).add(stream);
    open++;
    return stream;
  }

  synchronized void remove(EventStream stream) {
    Set<EventStream> his = byHost.get(stream.hostId());
    if (his != null && his.remove(stream)) {
      open--;
      if (his.isEmpty()) {
        byHost.remove(stream.hostId());
      }
    }
  }

  /// Returns all streams, by host.
  synchronized Map<UUID, List<EventStream>> all() {
    Map<UUID, List<EventStream>> all = new HashMap<>();
    byHost.forEach((hostId, streams) -> all.put(hostId, List.copyOf(streams)));
    return all;
  }

  synchronized int count() {
    return open;
  }

  /// Ends all streams, and opens no more.
  synchronized void close() {
    closed = true;
    byHost.values().forEach(streams -> streams.forEach(EventStream::end));
  }
}
