package org.meetwright.core.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/// Decides when an occasional task, such as cleaning up, is due again.
public final class OccasionalTask {
  private final Duration pause;
  private final AtomicReference<Instant> last = new AtomicReference<>(Instant.MIN);

  /// Creates it; it is time at once.
  ///
  /// @param pause how long it is not time after it was
  public OccasionalTask(Duration pause) {
    this.pause = pause;
  }

  /// Returns whether it is time; of many who ask at once, one is told so.
  public boolean isTime(Instant now) {
    Instant before = last.get();
    return (before.equals(Instant.MIN) || !now.isBefore(before.plus(pause)))
        && last.compareAndSet(before, now);
  }
}
