import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A mail server on this machine that takes all mail and forgets it, so that a server can learn to
/// send some.
record MailSink(ServerSocket socket, AtomicInteger mails) implements AutoCloseable {
  /// How long is waited for mail, in tenths of a second, and for how much.
  private static final int LONGEST = 300;

  private static final int ENOUGH = 100;

  static MailSink open() throws IOException {
    MailSink sink =
        new MailSink(
            new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), new AtomicInteger());
    Thread.ofPlatform().daemon().start(sink::listen);
    return sink;
  }

  /// Returns the variables with which a server sends its mail here.
  Map<String, String> settings() {
    return Map.of(
        "MEETWRIGHT_MAIL_SMTP_HOST", "127.0.0.1",
        "MEETWRIGHT_MAIL_SMTP_PORT", String.valueOf(socket.getLocalPort()),
        "MEETWRIGHT_MAIL_SMTP_TLS", "none");
  }

  int received() {
    return mails.get();
  }

  /// Waits for mail that is still on its way.
  void await() throws InterruptedException {
    for (int i = 0; i < LONGEST && mails.get() < ENOUGH; i++) {
      Thread.sleep(100);
    }
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> talk(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void talk(Socket client) {
    try (client;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.UTF_8)) {
      say(out, "220 ready");
      boolean isData = false;
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (isData) {
          if (line.equals(".")) {
            isData = false;
            mails.incrementAndGet();
            say(out, "250 taken");
          }
        } else if (line.equalsIgnoreCase("DATA")) {
          isData = true;
          say(out, "354 go on");
        } else if (line.equalsIgnoreCase("QUIT")) {
          say(out, "221 bye");
          return;
        } else {
          say(out, "250 yes");
        }
      }
    } catch (IOException gone) {
      // The server ends.
    }
  }

  private static void say(PrintWriter out, String line) {
    out.print(line + "\r\n");
    out.flush();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
