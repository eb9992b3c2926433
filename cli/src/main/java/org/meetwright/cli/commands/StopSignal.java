package org.meetwright.cli.commands;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until the program is told to stop, by SIGTERM or Ctrl-C.
///
/// Not by a shutdown hook: hooks run all at once, and H2 and java.util.logging have some that would
/// close the database and the log under the requests that are still being answered.
final class StopSignal implements AutoCloseable {
  /// A supervisor that sends SIGTERM waits ten seconds.
  private static final long LONGEST_SECONDS = 9;

  private static final int KILLED = 137;

  private final CountDownLatch told = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Signals signals = new Signals(this::stop);

  /// Begins to listen. A signal that comes before [#await] is not lost.
  static StopSignal stopped() {
    StopSignal until = new StopSignal();
    until.signals.listen();
    return until;
  }

  /// Tells the program to stop.
  void stop() {
    if (told.getCount() == 0) {
      // Asked twice: he doesn't want to wait.
      Runtime.getRuntime().halt(KILLED);
    }
    told.countDown();
    Thread.ofPlatform().daemon().name("stop").start(this::endLate);
  }

  private void endLate() {
    try {
      if (!closed.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
        Runtime.getRuntime().halt(KILLED);
      }
    } catch (InterruptedException goNow) {
      Thread.currentThread().interrupt();
    }
  }

  /// Returns when the program is told to stop, or its thread is interrupted.
  void await() {
    try {
      told.await();
    } catch (InterruptedException stopped) {
      // So do tests end it.
    }
  }

  /// Listens no more. To be called after everything else is closed.
  @Override
  public void close() {
    closed.countDown();
    signals.ignoreNoMore();
  }
}
