package org.meetwright.core;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that stands still until it is moved.
public final class TestClock implements InstantSource {
  private final AtomicReference<Instant> now;

  /// Creates a clock that shows an instant, for instance `2026-03-02T12:00:00Z`.
  public TestClock(String instant) {
    now = new AtomicReference<>(Instant.parse(instant));
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /// Moves the clock on.
  public void advance(Duration by) {
    now.updateAndGet(instant -> instant.plus(by));
  }

  /// Sets the clock.
  public void set(String instant) {
    now.set(Instant.parse(instant));
  }
}
