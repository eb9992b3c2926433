package org.meetwright.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/// An SMTP server that answers as it is told, can STARTTLS, and talks to one client at a time.
public final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final @Nullable SSLContext tls;
  private final boolean fromTheStart;
  private final Map<String, String> answers = new ConcurrentHashMap<>();
  private final List<String> heard = new CopyOnWriteArrayList<>();
  private final List<String> extensions = new CopyOnWriteArrayList<>();
  private volatile @Nullable Socket client;

  /// Listens on a free port.
  ///
  /// @param tls null to offer no STARTTLS
  /// @param fromTheStart whether it speaks TLS before anything else
  public ScriptedSmtp(String answerToRecipient, @Nullable SSLContext tls, boolean fromTheStart)
      throws IOException {
    answers.put("RCPT", answerToRecipient);
    this.tls = tls;
    this.fromTheStart = fromTheStart;
    this.socket =
        tls != null && fromTheStart
            ? tls.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())
            : new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public int port() {
    return socket.getLocalPort();
  }

  /// Answers a command (its first word, or `.` for the end of a mail) differently from now on; not
  /// at all if the answer is empty.
  public void answer(String command, String answer) {
    answers.put(command, answer);
  }

  /// Offers an extension from now on.
  public void offer(String extension) {
    extensions.add("250-" + extension + "\r\n");
  }

  /// Returns the lines that were sent to it.
  public List<String> heard() {
    return heard;
  }

  /// Returns how many lines began with something.
  public long count(String begin) {
    return heard.stream().filter(line -> line.startsWith(begin)).count();
  }

  /// Ends the present conversation without a word.
  public void hangUp() throws IOException {
    Socket present = client;
    if (present != null) {
      present.close();
    }
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket next = socket.accept()) {
        client = next;
        say(next, "220 scripted ESMTP");
        converse(next, tls != null && !fromTheStart);
      } catch (IOException gone) {
        // The next one, if the server is still open.
      }
    }
  }

  private void converse(Socket with, boolean offersTls) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(with.getInputStream(), StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (line.startsWith("EHLO")) {
        say(
            with,
            "250-scripted\r\n"
                + String.join("", extensions)
                + (offersTls ? "250-STARTTLS\r\n" : "")
                + "250 HELP");
      } else if (line.equals("STARTTLS") && tls != null) {
        say(with, "220 Go ahead");
        SSLSocket secure =
            (SSLSocket) tls.getSocketFactory().createSocket(with, null, with.getPort(), true);
        secure.setUseClientMode(false);
        converse(secure, false);
        return;
      } else if (line.equals("QUIT")) {
        say(with, "221 Bye");
        return;
      } else if (line.equals("DATA")) {
        say(with, "354 Go on");
      } else if (line.equals(".") || line.matches("(MAIL|RCPT|RSET|NOOP)\\b.*")) {
        say(with, answers.getOrDefault(line.split(" ", 2)[0], "250 OK"));
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    if (line.isEmpty()) {
      return;
    }
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    socket.close();
    hangUp();
  }
}
