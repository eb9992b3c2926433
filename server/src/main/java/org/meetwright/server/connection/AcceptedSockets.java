package org.meetwright.server.connection;

import io.helidon.common.socket.SocketOptions;
import java.net.Socket;
import java.net.SocketOption;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Hands every connection that Helidon accepts to [OpenConnections], before it is read from: this
/// is the one place where Helidon shows the bare socket. An exception refuses it.
///
/// @param inner what is set on each socket
public record AcceptedSockets(SocketOptions inner, OpenConnections connections)
    implements SocketOptions {
  @Override
  public void configureSocket(SocketChannel socket) {
    connections.accept(socket);
    inner.configureSocket(socket);
  }

  @Override
  public void configureSocket(Socket socket) {
    throw new IllegalStateException("Only channels are accepted");
  }

  @Override
  public Map<SocketOption<?>, Object> socketOptions() {
    return inner.socketOptions();
  }

  @Override
  public Duration connectTimeout() {
    return inner.connectTimeout();
  }

  @Override
  public Duration readTimeout() {
    return inner.readTimeout();
  }

  @Override
  public Optional<Integer> socketReceiveBufferSize() {
    return inner.socketReceiveBufferSize();
  }

  @Override
  public Optional<Integer> socketSendBufferSize() {
    return inner.socketSendBufferSize();
  }

  @Override
  public boolean socketReuseAddress() {
    return inner.socketReuseAddress();
  }

  @Override
  public boolean socketKeepAlive() {
    return inner.socketKeepAlive();
  }

  @Override
  public boolean tcpNoDelay() {
    return inner.tcpNoDelay();
  }
}
