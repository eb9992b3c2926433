package org.meetwright.server.connection;

import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import java.util.Optional;
import java.util.concurrent.ExecutorService;

/// A connection whose reads and writes are watched.
final class WatchedContext implements ConnectionContext {
  private final ConnectionContext inner;
  private final WatchedReader requests;
  private final DataWriter answers;

  WatchedContext(ConnectionContext inner, OpenConnection connection, Deadlines deadlines) {
    this.inner = inner;
    this.requests = new WatchedReader(inner.dataReader(), connection, deadlines);
    this.answers =
        new WatchedWriter(inner.dataWriter(), connection, deadlines, requests::endRequest);
  }

  /// Ends the connection.
  void end() {
    requests.endRequest();
  }

  @Override
  public DataReader dataReader() {
    return requests.reader();
  }

  @Override
  public DataWriter dataWriter() {
    return answers;
  }

  @Override
  public ListenerContext listenerContext() {
    return inner.listenerContext();
  }

  @Override
  public ExecutorService executor() {
    return inner.executor();
  }

  @Override
  public Router router() {
    return inner.router();
  }

  @Override
  public Optional<ProxyProtocolData> proxyProtocolData() {
    return inner.proxyProtocolData();
  }

  @Override
  public HelidonSocket serverSocket() {
    return inner.serverSocket();
  }

  @Override
  public PeerInfo remotePeer() {
    return inner.remotePeer();
  }

  @Override
  public PeerInfo localPeer() {
    return inner.localPeer();
  }

  @Override
  public boolean isSecure() {
    return inner.isSecure();
  }

  @Override
  public String socketId() {
    return inner.socketId();
  }

  @Override
  public String childSocketId() {
    return inner.childSocketId();
  }
}
