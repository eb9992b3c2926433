package org.meetwright.server.drain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The [SmtpSink] as a running program.
final class Sink implements AutoCloseable {
  private final Process process;
  private final int port;
  private volatile long taken;

  /// Starts it.
  Sink() throws IOException {
    process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                SmtpSink.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    port = Integer.parseInt(said.readLine());
    Thread.ofPlatform().daemon().start(() -> said.lines().forEach(this::note));
  }

  private void note(String line) {
    taken = Long.parseLong(line);
  }

  int port() {
    return port;
  }

  /// Returns how many mails it has taken, as of a tenth of a second ago.
  long taken() {
    return taken;
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    } catch (InterruptedException hurried) {
      process.destroy();
      Thread.currentThread().interrupt();
    }
  }
}
