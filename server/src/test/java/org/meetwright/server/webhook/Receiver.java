package org.meetwright.server.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ServerSocketFactory;
import org.meetwright.core.Patience;
import org.meetwright.server.contract.Contract;

/// A receiver of webhooks on loopback that answers as it is told, byte by byte.
public final class Receiver implements AutoCloseable {
  public static final String OK = "HTTP/1.1 204 No Content\r\n\r\n";
  public static final String HANGS = "";

  private final ServerSocket socket;
  private final LinkedBlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Queue<String> once = new ConcurrentLinkedQueue<>();
  private volatile String answer = OK;

  /// What came in.
  ///
  /// @param headers with names in lower case
  /// @param body its bytes, as a letter each
  public record Got(String line, Map<String, String> headers, String body) {
    public String text() {
      return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
  }

  public Receiver() throws IOException {
    this(ServerSocketFactory.getDefault(), 0);
  }

  /// @param port 0 for a free one
  public Receiver(ServerSocketFactory sockets, int port) throws IOException {
    socket = sockets.createServerSocket(port, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public String url() {
    return "http://127.0.0.1:" + port() + "/hook?a=b";
  }

  /// Answers like this from now on.
  public void answer(String raw) {
    answer = raw;
  }

  /// Answers the next request like this.
  public void answerOnce(String raw) {
    once.add(raw);
  }

  /// Waits for what comes in next; a webhook must be as the API's document says.
  public Got next() throws InterruptedException {
    Got next = got.poll(Patience.SECONDS, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Nothing came");
    }
    if (next.headers().containsKey("webhook-id")) {
      Contract.holdEvent(next.text());
    }
    return next;
  }

  /// Returns how much has come in that was not asked for.
  public int waiting() {
    return got.size();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      got.add(read(client.getInputStream()));
      String raw = Objects.requireNonNullElse(once.poll(), answer);
      if (raw.isEmpty()) {
        closed.await();
      }
      client.getOutputStream().write(raw.getBytes(StandardCharsets.ISO_8859_1));
      client.getOutputStream().flush();
    } catch (IOException | InterruptedException gone) {
      // The sender has hung up.
    }
  }

  private static Got read(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("No request");
      }
      head.write(next);
    }
    List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
    Map<String, String> headers = new TreeMap<>();
    for (String line : lines.subList(1, lines.size() - 1)) {
      String[] parts = line.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    return new Got(lines.getFirst(), headers, new String(body, StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
  }
}
