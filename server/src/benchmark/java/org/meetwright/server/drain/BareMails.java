package org.meetwright.server.drain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The yardstick: sends one mail, already written, again and again, and does nothing else.
///
/// @param mime the mail's octets
record BareMails(int port, byte[] mime) {

  /// Returns how many mails a second the server takes over a number of connections.
  double perSecond(int connections, int seconds) throws InterruptedException {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    long[] sent = new long[connections];
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < connections; i++) {
      int which = i;
      threads.add(Thread.ofVirtual().start(() -> sent[which] = sendUntil(end)));
    }
    long total = 0;
    for (int i = 0; i < connections; i++) {
      threads.get(i).join();
      total += sent[i];
    }
    return total / (double) seconds;
  }

  private long sendUntil(long end) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      var in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      OutputStream out = socket.getOutputStream();
      in.readLine();
      ask(out, in, "EHLO here");
      long sent = 0;
      while (System.nanoTime() < end) {
        ask(out, in, "MAIL FROM:<meetwright@localhost>");
        ask(out, in, "RCPT TO:<bob@example.com>");
        ask(out, in, "DATA");
        out.write(mime);
        ask(out, in, "\r\n.");
        sent++;
      }
      ask(out, in, "QUIT");
      return sent;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void ask(OutputStream out, BufferedReader in, String line) throws IOException {
    out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    in.readLine();
  }
}
