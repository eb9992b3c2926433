package org.meetwright.desktop.task;

import java.util.concurrent.Future;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.jspecify.annotations.Nullable;

/// A task that runs. For the window's thread, but for [#show].
public final class Job {
  private final Work work;
  private final String name;
  private final Runnable whenCancelled;
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(-1);
  private @Nullable Future<?> running;
  private boolean over;

  Job(Work work, String name, Runnable whenCancelled) {
    this.work = work;
    this.name = name;
    this.whenCancelled = whenCancelled;
  }

  /// Returns what it does, in the host's language; empty if it is not worth showing.
  public String name() {
    return name;
  }

  /// Returns how far it is, from 0 to 1; negative if nobody knows.
  public ReadOnlyDoubleProperty progressProperty() {
    return progress.getReadOnlyProperty();
  }

  /// Says how far it is. From any thread.
  public void show(int done, int total) {
    work.inWindow(() -> progress.set(total == 0 ? -1 : (double) done / total));
  }

  /// Ends it. What a server has begun it may still finish.
  public void cancel() {
    if (!over) {
      end(whenCancelled);
      if (running != null) {
        running.cancel(true);
      }
    }
  }

  void runs(Future<?> future) {
    running = future;
  }

  void end(Runnable then) {
    if (!over) {
      over = true;
      work.ended(this);
      then.run();
    }
  }
}
