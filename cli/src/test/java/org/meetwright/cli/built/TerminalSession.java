package org.meetwright.cli.built;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.meetwright.core.Patience;

/// The program on a terminal: somebody reads what it shows, and types. It ends with the program.
public final class TerminalSession implements AutoCloseable {
  private final Process process;
  private final Reader shown;
  private final StringBuilder text = new StringBuilder();

  TerminalSession(Process process) {
    this.process = process;
    this.shown = process.inputReader(StandardCharsets.UTF_8);
    CompletableFuture.delayedExecutor(Patience.SECONDS, TimeUnit.SECONDS)
        .execute(process::destroyForcibly);
  }

  /// Reads until it has shown something.
  ///
  /// @throws AssertionError if it ends without
  public TerminalSession awaits(String question) throws IOException {
    while (text.indexOf(question) < 0) {
      if (!read()) {
        throw new AssertionError("It ended without " + question + ": " + text);
      }
    }
    return this;
  }

  /// Types something; `\u0003` is Ctrl-C.
  public TerminalSession type(String keys) throws IOException {
    process.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().flush();
    return this;
  }

  /// Types nothing more: whatever it asks now has no answer.
  public TerminalSession leave() throws IOException {
    process.getOutputStream().close();
    return this;
  }

  /// Reads to the end. What it has shown is all in [Run#out], with the line ends of a terminal made
  /// `\n`.
  public Run ended() throws IOException, InterruptedException {
    while (read()) {}
    if (!process.waitFor(Patience.SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end: " + text);
    }
    return new Run(process.exitValue(), text.toString().replace("\r\n", "\n"), "");
  }

  private boolean read() throws IOException {
    char[] some = new char[1024];
    int count = shown.read(some);
    text.append(some, 0, Math.max(0, count));
    return count >= 0;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
