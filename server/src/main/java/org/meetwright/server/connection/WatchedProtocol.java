package org.meetwright.server.connection;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.common.task.InterruptableTask;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Set;

/// Speaks a protocol on connections that end when a request, or the taking of an answer, lasts too
/// long.
///
/// @param protocol what is spoken on the connection
public record WatchedProtocol(ServerConnectionSelector protocol, OpenConnections connections)
    implements ServerConnectionSelector {

  @Override
  public int bytesToIdentifyConnection() {
    return protocol.bytesToIdentifyConnection();
  }

  /// Nothing else is spoken here: who speaks it wrongly is to be told, not to be hung up on.
  @Override
  public Support supports(BufferData data) {
    return Support.SUPPORTED;
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return protocol.supportedApplicationProtocols();
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    OpenConnection open = connections.of(context.remotePeer().address());
    if (open == null) {
      throw new CloseConnectionException("Closed already");
    }
    WatchedContext watched = new WatchedContext(context, open, connections.deadlines());
    return new ReleasingConnection(protocol.connection(watched), watched);
  }

  /// Gives back, at its end, what a connection held.
  private record ReleasingConnection(ServerConnection inner, WatchedContext watched)
      implements ServerConnection, InterruptableTask<Void> {
    @Override
    public void handle(Limit limit) throws InterruptedException {
      try {
        inner.handle(limit);
      } finally {
        watched.end();
      }
    }

    @Override
    public Duration idleTime() {
      return inner.idleTime();
    }

    @Override
    public void close(boolean interrupt) {
      inner.close(interrupt);
    }

    @Override
    public boolean canInterrupt() {
      return inner instanceof InterruptableTask<?> task && task.canInterrupt();
    }
  }
}
