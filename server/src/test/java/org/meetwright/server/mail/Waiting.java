package org.meetwright.server.mail;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.meetwright.core.Patience;

/// Waits for what other threads do.
public final class Waiting {
  private static final Duration LONGEST = Patience.LONG;

  private Waiting() {}

  public static void until(Callable<Boolean> condition) throws Exception {
    long deadline = System.nanoTime() + LONGEST.toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain for " + LONGEST);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
