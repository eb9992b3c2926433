package org.meetwright.cli.commands.doctor;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Looks at one thing, for a bounded time.
///
/// @param name what it looks at
record Check(String name, Callable<List<Finding>> look) {
  private static final long LONGEST_SECONDS = 30;

  /// Begins to look.
  Running start() {
    FutureTask<List<Finding>> task = new FutureTask<>(look);
    Thread.ofVirtual().name(name).start(task);
    return new Running(name, task);
  }

  /// A check that is under way.
  record Running(String name, FutureTask<List<Finding>> task) {
    /// Returns what was found. What goes wrong inside a check is a finding too.
    List<Finding> findings() {
      try {
        return task.get(LONGEST_SECONDS, TimeUnit.SECONDS);
      } catch (TimeoutException late) {
        task.cancel(true);
        return List.of(
            Finding.failure(name, "There was no answer within " + LONGEST_SECONDS + " seconds."));
      } catch (ExecutionException failed) {
        Throwable cause = failed.getCause() == null ? failed : failed.getCause();
        String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
        return List.of(Finding.failure(name, why));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        return List.of(Finding.failure(name, "It was interrupted."));
      }
    }
  }
}
