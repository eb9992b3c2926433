package org.meetwright.server.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.net.AddressBlock;

/// All open connections: so many of one client, and none past its deadline. Helidon's own time-outs
/// look at the clock only when bytes come, and not at all at those that a client does not take.
public final class OpenConnections implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(OpenConnections.class.getName());
  private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

  private final Deadlines deadlines;
  private final ConnectionLimit limit;
  private final Map<SocketAddress, OpenConnection> open = new ConcurrentHashMap<>();
  private final Map<AddressBlock, Set<OpenConnection>> byClient = new HashMap<>();

  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("connections").factory());
  private long refused;
  private long told = System.nanoTime() - MINUTE;

  /// Begins to watch over connections.
  public OpenConnections(Deadlines deadlines, ConnectionLimit limit) {
    this.deadlines = deadlines;
    this.limit = limit;
    long period = deadlines.shortest().dividedBy(20).toNanos();
    long nanos = Math.min(period, Duration.ofSeconds(1).toNanos());
    var _ = watch.scheduleWithFixedDelay(this::look, nanos, nanos, TimeUnit.NANOSECONDS);
  }

  Deadlines deadlines() {
    return deadlines;
  }

  /// Takes a connection that was just accepted. Its first request has to be there in time; so has
  /// the handshake of TLS before.
  ///
  /// @throws TooManyConnectionsException if its client has too many
  void accept(SocketChannel channel) {
    SocketAddress address = address(channel);
    if (!(address instanceof InetSocketAddress inet)) {
      return;
    }
    AddressBlock client = AddressBlock.ofClient(inet.getAddress());
    OpenConnection connection = new OpenConnection(channel, client);
    connection.waitUntil(connection.opened() + deadlines.request().toNanos());
    synchronized (byClient) {
      Set<OpenConnection> his = byClient.computeIfAbsent(client, none -> new HashSet<>());
      if (limit.isReached(his.size(), inet.getAddress())) {
        his.removeIf(one -> !one.isOpen());
      }
      if (limit.isReached(his.size(), inet.getAddress())) {
        refused++;
        throw new TooManyConnectionsException();
      }
      if (limit.isNear(open.size())) {
        makeRoom();
      }
      his.add(connection);
    }
    open.put(address, connection);
  }

  /// Ends the connection that has waited longest for the client that has most of them: many clients
  /// with a few each cannot keep new ones out either. Called under the lock of the clients.
  private void makeRoom() {
    Set<OpenConnection> most =
        byClient.values().stream().max(Comparator.comparingInt(Set::size)).orElseGet(Set::of);
    if (most.removeIf(connection -> !connection.isOpen())) {
      return;
    }
    most.stream()
        .filter(OpenConnection::isWaiting)
        .min(Comparator.comparingLong(OpenConnection::opened))
        .ifPresent(
            oldest -> {
              oldest.close();
              most.remove(oldest);
              open.values().remove(oldest);
            });
  }

  private static SocketAddress address(SocketChannel channel) {
    try {
      return channel.getRemoteAddress();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /// Returns the connection with a peer; null if it has just been closed.
  @Nullable OpenConnection of(SocketAddress peer) {
    return open.get(peer);
  }

  /// Notes that a request was answered before it was read: its rest has to come soon.
  ///
  /// @param peer who sent it
  public void leaveUnread(SocketAddress peer) {
    OpenConnection connection = open.get(peer);
    if (connection != null) {
      connection.leaveUnread();
    }
  }

  /// Has a connection count no longer as one of its client's: something else limits how many there
  /// are of its kind.
  ///
  /// @param peer who is at its other end
  public void setApart(SocketAddress peer) {
    OpenConnection connection = open.get(peer);
    if (connection != null) {
      synchronized (byClient) {
        Set<OpenConnection> his = byClient.get(connection.client());
        if (his != null) {
          his.remove(connection);
        }
      }
    }
  }

  private void look() {
    try {
      long now = System.nanoTime();
      open.values().forEach(connection -> connection.endIfOverdue(now));
      forgetClosed();
      tellRefused(now);
    } catch (RuntimeException unexpected) {
      LOG.log(Level.SEVERE, "Looking after the connections failed; it goes on", unexpected);
    }
  }

  private void forgetClosed() {
    open.values().removeIf(connection -> !connection.isOpen());
    synchronized (byClient) {
      byClient.values().forEach(his -> his.removeIf(connection -> !connection.isOpen()));
      byClient.values().removeIf(Set::isEmpty);
    }
  }

  private void tellRefused(long now) {
    synchronized (byClient) {
      if (refused > 0 && now - told > MINUTE) {
        long number = refused;
        LOG.warning(
            () ->
                number
                    + " connections were refused since their client had "
                    + limit.numbers().perClient()
                    + " already. If a proxy stands before this server, name it in"
                    + " server.trustedProxies; or raise server.maxConnectionsPerClient");
        refused = 0;
        told = now;
      }
    }
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }

  /// Ends a connection before it is answered.
  static final class TooManyConnectionsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyConnectionsException() {
      super("Its client has too many connections", null, false, false);
    }
  }
}
