package org.meetwright.server.outgoing;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.HttpUrl;

/// Sends requests to other servers, each over a connection of its own. The JDK's client resolves
/// names by itself, after any check; this one connects to the very address that was checked, and
/// checks where it is redirected too.
public final class OutgoingHttp {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private final Targets targets;
  private final Supplier<SSLSocketFactory> tls;
  private final RequestBounds bounds;

  /// The receiver redirects too often, or to where it may not.
  public static final class RedirectException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    RedirectException(String message) {
      super(message);
    }
  }

  /// The answer is larger than what is read.
  public static final class TooLargeException extends ProtocolException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  /// Creates it, with the certificates that the Java runtime trusts.
  public OutgoingHttp(Targets targets, RequestBounds bounds) {
    // The first use reads all certificates, which takes long; most commands connect to nobody.
    this(targets, bounds, () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// Creates it.
  ///
  /// @param tls what makes protected connections
  public OutgoingHttp(Targets targets, SSLSocketFactory tls, RequestBounds bounds) {
    this(targets, bounds, () -> tls);
  }

  private OutgoingHttp(Targets targets, RequestBounds bounds, Supplier<SSLSocketFactory> tls) {
    this.targets = targets;
    this.tls = tls;
    this.bounds = bounds;
  }

  /// Reads the body of an answer while it comes.
  ///
  /// @param <T> what is made of it
  @FunctionalInterface
  public interface BodyReader<T> {
    /// Reads the body. It fails with a [ProtocolException] where it is larger than it may be, and
    /// with an [java.io.EOFException] where it breaks off.
    T read(Reply.Head head, InputStream body) throws IOException;
  }

  /// Sends a request. What is read of the answer ends where it may be no larger.
  ///
  /// @throws SocketTimeoutException if there is no complete answer in time
  /// @throws IOException if there is none at all, or it leads nowhere
  public Reply send(OutgoingRequest request) throws IOException {
    return inTime(() -> follow(request, (head, body) -> beginning(head, body, bounds.bodyBytes())));
  }

  /// Sends a request, and has the answer read while it comes.
  ///
  /// @throws SocketTimeoutException if there is no complete answer in time
  /// @throws IOException if there is none at all, it leads nowhere, or it is too large
  public <T> T send(OutgoingRequest request, BodyReader<T> reader) throws IOException {
    return inTime(
        () ->
            follow(
                request,
                (head, body) -> reader.read(head, BodyStream.bounded(body, bounds.bodyBytes()))));
  }

  private <T> T inTime(Callable<T> work) throws IOException {
    FutureTask<T> exchange = new FutureTask<>(work);
    // Interrupting a virtual thread closes the socket that it waits for.
    Thread.ofVirtual().name("outgoing").start(exchange);
    try {
      return exchange.get(bounds.time().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      throw new SocketTimeoutException(
          "There was no complete answer within " + bounds.time().toMillis() / 1000.0 + " s");
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("The program is being ended");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      exchange.cancel(true);
    }
  }

  /// Reads no more of a body than is kept.
  static Reply beginning(Reply.Head head, InputStream body, int mostBytes) throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] piece = new byte[8192];
    try {
      int left = mostBytes;
      for (int n = 0; left > 0 && n >= 0; left -= Math.max(0, n)) {
        n = body.read(piece, 0, Math.min(left, piece.length));
        read.write(piece, 0, Math.max(0, n));
      }
      return new Reply(head, read.toByteArray(), true);
    } catch (EOFException brokenOff) {
      return new Reply(head, read.toByteArray(), false);
    }
  }

  /// Returns on one line why there was no answer.
  public static String words(IOException failed) {
    String message = String.valueOf(failed.getMessage());
    return switch (failed) {
      case UnknownHostException _ -> "The name of the receiver is not known";
      case ConnectException _ -> "The receiver can't be connected to: " + message;
      case SSLException _ -> "The receiver can't be connected to safely: " + message;
      default -> message;
    };
  }

  private <T> T follow(OutgoingRequest first, BodyReader<T> reader) throws IOException {
    OutgoingRequest request = first;
    int followed = 0;
    int refused = 0;
    while (true) {
      Login login = request.login();
      String authorization = login == null ? null : login.authorization(request);
      try (Socket socket = connect(request.url())) {
        write(request, authorization, socket);
        ReplyReader replies = new ReplyReader(socket.getInputStream());
        Reply.Head head = replies.head(request.url());
        if (isToFollow(request, head)) {
          if (++followed > bounds.redirects()) {
            throw new RedirectException(
                "The receiver redirects more than " + bounds.redirects() + " times");
          }
          request = request.to(location(request.url(), head));
        } else if (login == null
            || refused++ == Login.MOST_TRIES
            || !login.learn(authorization, head)) {
          return reader.read(head, replies.body(head, request.takesGzip()));
        }
      }
    }
  }

  private boolean isToFollow(OutgoingRequest request, Reply.Head head) {
    return bounds.redirects() > 0
        && request.mayBeRedirected()
        && REDIRECTS.contains(head.status())
        && !head.all("location").isEmpty();
  }

  private static HttpUrl location(HttpUrl from, Reply.Head head) throws ProtocolException {
    HttpUrl to;
    try {
      URI target = from.uri().resolve(String.valueOf(head.last("location")));
      to = HttpUrl.of(target.toString().replaceFirst("#.*", ""));
    } catch (IllegalArgumentException wrong) {
      throw new RedirectException("The receiver redirects to what is no http or https URL");
    }
    if (from.isSecure() && !to.isSecure()) {
      throw new RedirectException("The receiver redirects from https to http");
    }
    return to;
  }

  private static void write(OutgoingRequest request, @Nullable String authorization, Socket socket)
      throws IOException {
    OutputStream out = new BufferedOutputStream(socket.getOutputStream());
    out.write(request.head(authorization));
    out.write(request.body());
    out.flush();
  }

  private Socket connect(HttpUrl url) throws IOException {
    Socket socket = connectToAny(url);
    if (!url.isSecure()) {
      return socket;
    }
    try {
      return protect(socket, url);
    } catch (IOException failed) {
      socket.close();
      throw failed;
    }
  }

  /// Tries the addresses in turn.
  private Socket connectToAny(HttpUrl url) throws IOException {
    IOException last = new ConnectException("There is no address to connect to");
    for (InetAddress address : targets.addresses(url.host())) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, url.port()), (int) bounds.time().toMillis());
        return socket;
      } catch (IOException failed) {
        socket.close();
        last = failed;
      }
    }
    throw last;
  }

  /// The certificate must be for the name in the URL, which the receiver is told too (SNI).
  private Socket protect(Socket socket, HttpUrl url) throws IOException {
    SSLSocket secure = (SSLSocket) tls.get().createSocket(socket, url.host(), url.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
