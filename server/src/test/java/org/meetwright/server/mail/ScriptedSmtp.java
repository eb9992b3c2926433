package org.meetwright.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// An SMTP server that answers recipients as it is told, and can STARTTLS.
final class ScriptedSmtp implements AutoCloseable {
  private final ServerSocket socket;
  private final String answerToRecipient;
  private final SSLContext tls;
  private final boolean fromTheStart;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  /// @param tls null to offer no STARTTLS
  /// @param fromTheStart whether it speaks TLS before anything else
  ScriptedSmtp(String answerToRecipient, SSLContext tls, boolean fromTheStart) throws IOException {
    this.answerToRecipient = answerToRecipient;
    this.tls = tls;
    this.fromTheStart = fromTheStart;
    this.socket =
        fromTheStart
            ? tls.getServerSocketFactory()
                .createServerSocket(0, 5, InetAddress.getLoopbackAddress())
            : new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// Returns the lines that were sent to it.
  List<String> heard() {
    return heard;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        say(client, "220 scripted ESMTP");
        converse(client, tls != null && !fromTheStart);
      } catch (IOException gone) {
        // The next one, if the server is still open.
      }
    }
  }

  private void converse(Socket client, boolean offersTls) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      heard.add(line);
      if (line.startsWith("EHLO")) {
        say(client, offersTls ? "250-scripted\r\n250 STARTTLS" : "250 scripted");
      } else if (line.equals("STARTTLS")) {
        say(client, "220 Go ahead");
        SSLSocket secure =
            (SSLSocket) tls.getSocketFactory().createSocket(client, null, client.getPort(), true);
        secure.setUseClientMode(false);
        converse(secure, false);
        return;
      } else if (line.startsWith("RCPT")) {
        say(client, answerToRecipient);
      } else if (line.equals("DATA")) {
        say(client, "354 Go on");
      } else if (line.equals("QUIT")) {
        say(client, "221 Bye");
        return;
      } else if (line.equals(".") || line.startsWith("MAIL") || line.startsWith("RSET")) {
        say(client, "250 OK");
      }
    }
  }

  private static void say(Socket client, String line) throws IOException {
    client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
