package org.meetwright.server.outgoing;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.meetwright.core.webhook.WebhookUrl;

/// Sends one POST over a connection of its own. The JDK's client resolves names by itself, after
/// any check; this one connects to the very address that was checked, and follows no redirect.
public final class Post {
  private final Targets targets;
  private final SSLSocketFactory tls;
  private final Duration limit;

  /// Creates it.
  ///
  /// @param tls what makes protected connections
  /// @param limit how long all of it may take
  public Post(Targets targets, SSLSocketFactory tls, Duration limit) {
    this.targets = targets;
    this.tls = tls;
    this.limit = limit;
  }

  /// Sends a request.
  ///
  /// @throws SocketTimeoutException if there is no complete answer in time
  /// @throws IOException if there is none at all
  public Reply send(WebhookUrl url, Map<String, String> headers, byte[] body) throws IOException {
    FutureTask<Reply> exchange = new FutureTask<>(() -> exchange(url, headers, body));
    // Interrupting a virtual thread closes the socket that it waits for.
    Thread.ofVirtual().name("webhook").start(exchange);
    try {
      return exchange.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException tooSlow) {
      throw new SocketTimeoutException(
          "There was no complete answer within " + limit.toMillis() / 1000.0 + " s");
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

  private Reply exchange(WebhookUrl url, Map<String, String> headers, byte[] body)
      throws IOException {
    try (Socket socket = connect(url)) {
      OutputStream out = new BufferedOutputStream(socket.getOutputStream());
      out.write(head(url, headers, body.length).getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      out.flush();
      return Reply.read(socket.getInputStream());
    }
  }

  private static String head(WebhookUrl url, Map<String, String> headers, int length) {
    URI uri = url.uri();
    String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    StringBuilder head = new StringBuilder();
    head.append("POST ").append(path).append(query).append(" HTTP/1.1\r\n");
    head.append("Host: ").append(uri.getHost()).append(port).append("\r\n");
    head.append("Content-Length: ").append(length).append("\r\n");
    head.append("Connection: close\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return head.append("\r\n").toString();
  }

  private Socket connect(WebhookUrl url) throws IOException {
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
  private Socket connectToAny(WebhookUrl url) throws IOException {
    IOException last = new ConnectException("There is no address to connect to");
    for (InetAddress address : targets.addresses(url.host())) {
      Socket socket = new Socket();
      try {
        socket.connect(new InetSocketAddress(address, url.port()), (int) limit.toMillis());
        return socket;
      } catch (IOException failed) {
        socket.close();
        last = failed;
      }
    }
    throw last;
  }

  /// The certificate must be for the name in the URL, which the receiver is told too (SNI).
  private Socket protect(Socket socket, WebhookUrl url) throws IOException {
    SSLSocket secure = (SSLSocket) tls.createSocket(socket, url.host(), url.port(), true);
    SSLParameters parameters = secure.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secure.setSSLParameters(parameters);
    secure.startHandshake();
    return secure;
  }
}
