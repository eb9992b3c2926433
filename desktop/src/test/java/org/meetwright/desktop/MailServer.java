package org.meetwright.desktop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// An SMTP server without encryption that keeps what it gets, and refuses the senders of a domain.
final class MailServer implements AutoCloseable {
  static final String REFUSED = "refused.example.org";

  final List<String> mails = new CopyOnWriteArrayList<>();
  private final ServerSocket socket;

  MailServer() throws IOException {
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::serve);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException ended) {
        // The next one, or none.
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(
            new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
    Writer out = new OutputStreamWriter(client.getOutputStream(), StandardCharsets.US_ASCII);
    say(out, "220 ready");
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String word = line.toUpperCase(Locale.ROOT);
      if (word.startsWith("MAIL") && line.contains(REFUSED)) {
        say(out, "550 not from there");
      } else if (word.equals("DATA")) {
        say(out, "354 go on");
        StringBuilder mail = new StringBuilder();
        for (line = in.readLine(); !line.equals("."); line = in.readLine()) {
          mail.append(line).append('\n');
        }
        mails.add(mail.toString());
        say(out, "250 taken");
      } else if (word.equals("QUIT")) {
        say(out, "221 bye");
        return;
      } else {
        say(out, "250 ok");
      }
    }
  }

  private static void say(Writer out, String line) throws IOException {
    out.write(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
