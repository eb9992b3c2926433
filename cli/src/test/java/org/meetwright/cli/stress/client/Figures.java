package org.meetwright.cli.stress.client;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;

/// What has happened in a run, counted.
public final class Figures {
  /// What is counted.
  public enum Kind {
    /// Requests that went out.
    REQUESTS,
    /// Bookings acknowledged with 201.
    BOOKED,
    /// Answers 200: changes, and repeats of what was done before.
    CHANGED,
    /// Refusals with 409 since someone else has the time.
    CONFLICTS,
    /// Other refusals: not offered, limits, stale versions, ended already.
    REFUSED,
    /// Answers of a failed server: 5xx.
    ERRORS,
    /// Connections that broke before the answer.
    LOST,
    /// Server processes killed.
    SERVER_KILLS,
    /// Databases stopped in immediate mode.
    DATABASE_CRASHES
  }

  private static final Duration LONGEST_SILENCE = Duration.ofMinutes(3);
  private static final long POLL_MILLIS = 20;

  private final Map<Kind, LongAdder> counts = new ConcurrentHashMap<>();

  /// Counts one more.
  public void count(Kind kind) {
    counts.computeIfAbsent(kind, each -> new LongAdder()).increment();
  }

  /// Returns how many there were.
  public long get(Kind kind) {
    LongAdder count = counts.get(kind);
    return count == null ? 0 : count.sum();
  }

  /// Returns how many requests were acknowledged.
  public long acknowledged() {
    return get(Kind.BOOKED) + get(Kind.CHANGED);
  }

  /// Waits until so many requests have been acknowledged since the beginning.
  ///
  /// @throws IllegalStateException if for three minutes none is
  public void awaitAcknowledged(long number) throws InterruptedException {
    long before = -1;
    long end = 0;
    for (long now = acknowledged(); now < number; now = acknowledged()) {
      if (now > before) {
        before = now;
        end = System.nanoTime() + LONGEST_SILENCE.toNanos();
      } else if (System.nanoTime() - end > 0) {
        throw new IllegalStateException("No more answers: " + this);
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
  }

  @Override
  public String toString() {
    Map<Kind, Long> sums = new TreeMap<>();
    for (Kind kind : Kind.values()) {
      sums.put(kind, get(kind));
    }
    return sums.toString();
  }
}
