package org.meetwright.server.listener;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.buffers.DataReader;
import io.helidon.common.buffers.DataWriter;
import io.helidon.common.socket.HelidonSocket;
import io.helidon.common.socket.PeerInfo;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.ListenerContext;
import io.helidon.webserver.ProxyProtocolData;
import io.helidon.webserver.Router;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/// Cuts off clients that send a request drop by drop. The read timeout of a socket begins anew with
/// every byte; this one ends when the whole request has to be there.
///
/// @param protocol what is spoken on the connection
/// @param longest how long a client may take to send one request
record ReadDeadline(ServerConnectionSelector protocol, Duration longest)
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
    return protocol.connection(new Watched(context, longest));
  }

  /// A connection whose reads are watched. Belongs to one thread at a time.
  private static final class Watched implements ConnectionContext {
    private final ConnectionContext inner;
    private final long longestNanos;
    private final DataReader reader;
    private final DataWriter writer;
    private long begun;
    private boolean reading;

    Watched(ConnectionContext inner, Duration longest) {
      this.inner = inner;
      this.longestNanos = longest.toNanos();
      this.reader = DataReader.create(this::read);
      this.writer = new Noting(inner.dataWriter());
    }

    /// Waiting for a request to begin is not counted.
    private byte[] read() {
      if (reading && System.nanoTime() - begun > longestNanos) {
        throw new CloseConnectionException("A request took too long to come");
      }
      try {
        inner.dataReader().ensureAvailable();
      } catch (DataReader.InsufficientDataAvailableException hungUp) {
        throw new CloseConnectionException("The client hung up", hungUp);
      }
      byte[] bytes = inner.dataReader().readBytes(inner.dataReader().available());
      if (!reading) {
        reading = true;
        begun = System.nanoTime();
      }
      return bytes;
    }

    /// An answer ends the request.
    private final class Noting implements DataWriter {
      private final DataWriter out;

      Noting(DataWriter out) {
        this.out = out;
      }

      @Override
      public void write(BufferData... buffers) {
        reading = false;
        out.write(buffers);
      }

      @Override
      public void write(BufferData buffer) {
        reading = false;
        out.write(buffer);
      }

      @Override
      public void writeNow(BufferData... buffers) {
        reading = false;
        out.writeNow(buffers);
      }

      @Override
      public void writeNow(BufferData buffer) {
        reading = false;
        out.writeNow(buffer);
      }

      @Override
      public void flush() {
        out.flush();
      }

      @Override
      public void close() {
        out.close();
      }
    }

    @Override
    public DataReader dataReader() {
      return reader;
    }

    @Override
    public DataWriter dataWriter() {
      return writer;
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
}
