package org.meetwright.cli.screen;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/// How far long work is, on one line that is drawn again and again and goes away in the end. It is
/// shown to people only: without a terminal nothing is written. For one thread.
public final class Progress implements AutoCloseable {
  private static final long BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int BAR = 24;

  private final PrintStream err;
  private final TerminalScreen screen;
  private final String what;
  private final long total;
  private long drawn = System.nanoTime() - BETWEEN;
  private int shown;

  /// Begins.
  ///
  /// @param what is done, one word or two: `bookings`
  /// @param total how many there are; 0 if that is not known
  public Progress(PrintStream err, TerminalScreen screen, String what, long total) {
    this.err = err;
    this.screen = screen;
    this.what = what;
    this.total = total;
  }

  /// Shows that so many are done.
  public void show(long done) {
    long now = System.nanoTime();
    if (screen.isTerminal() && now - drawn >= BETWEEN) {
      drawn = now;
      draw(line(done));
    }
  }

  private void draw(String line) {
    String fitting = line.substring(0, Math.min(line.length(), screen.width() - 1));
    err.print("\r" + fitting + " ".repeat(Math.max(0, shown - fitting.length())));
    err.flush();
    shown = fitting.length();
  }

  private String line(long done) {
    String count = String.format(Locale.ROOT, "%,d", done);
    if (total <= 0) {
      return what + "  " + count;
    }
    int parts = (int) (BAR * Math.min(done, total) / total);
    return what
        + "  ["
        + "#".repeat(parts)
        + ".".repeat(BAR - parts)
        + "] "
        + 100 * Math.min(done, total) / total
        + " %  "
        + count
        + " of "
        + String.format(Locale.ROOT, "%,d", total);
  }

  /// Takes the line away.
  @Override
  public void close() {
    if (shown > 0) {
      err.print("\r" + " ".repeat(shown) + "\r");
      err.flush();
      shown = 0;
    }
  }
}
