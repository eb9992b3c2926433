package org.meetwright.server.drain;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// An SMTP server (RFC 5321) that takes everything and keeps nothing: a program of its own, so that
/// its memory is not counted as ours. It says its port, and from then on, each tenth of a second,
/// how many mails it has taken. It ends with its standard input.
final class SmtpSink {
  private static final AtomicLong TAKEN = new AtomicLong();
  private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

  private SmtpSink() {}

  public static void main(String[] arguments) throws IOException {
    ServerSocket server = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
    System.out.println(server.getLocalPort());
    Thread.ofPlatform().daemon().start(() -> accept(server));
    Thread.ofPlatform().daemon().start(SmtpSink::tell);
    System.in.readAllBytes();
  }

  private static void tell() {
    try {
      while (!System.out.checkError()) {
        System.out.println(TAKEN.get());
        Thread.sleep(100);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private static void accept(ServerSocket server) {
    while (true) {
      try {
        Socket client = server.accept();
        client.setTcpNoDelay(true);
        Thread.ofVirtual().start(() -> converse(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private static void converse(Socket client) {
    try (client) {
      InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
      OutputStream out = new BufferedOutputStream(client.getOutputStream());
      say(out, "220 sink ESMTP");
      for (String line = line(in); line != null; line = line(in)) {
        switch (line.split(" ", 2)[0].toUpperCase(Locale.ROOT)) {
          case "EHLO", "HELO" -> say(out, "250 sink");
          case "DATA" -> {
            say(out, "354 go on");
            swallow(in);
            TAKEN.incrementAndGet();
            say(out, "250 taken");
          }
          case "QUIT" -> {
            say(out, "221 bye");
            return;
          }
          default -> say(out, "250 yes");
        }
      }
    } catch (IOException gone) {
      // The client is free to go.
    }
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return null;
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private static void swallow(InputStream in) throws IOException {
    int matched = 2;
    while (matched < END.length) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("broken off");
      }
      matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
    }
  }
}
