package org.meetwright.core;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// How long tests wait for what has to happen: far longer than it takes, for the machine may be
/// building something else. Nothing is measured by it.
public final class Patience {
  /// In seconds.
  public static final long SECONDS = 180;

  /// In milliseconds.
  public static final int MILLIS = (int) TimeUnit.SECONDS.toMillis(SECONDS);

  /// The same.
  public static final Duration LONG = Duration.ofSeconds(SECONDS);

  private Patience() {}

  /// Returns when a condition holds.
  ///
  /// @throws AssertionError if it never does
  public static void until(Callable<Boolean> condition) throws Exception {
    long begun = System.nanoTime();
    while (!condition.call()) {
      if (System.nanoTime() - begun > LONG.toNanos()) {
        throw new AssertionError("Waited in vain");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
