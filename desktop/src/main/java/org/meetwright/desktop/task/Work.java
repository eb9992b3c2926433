package org.meetwright.desktop.task;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs tasks off the window's thread, and tells there what came of them. All calls come from the
/// window's thread.
public final class Work implements AutoCloseable {
  private static final Logger LOG = Logger.getLogger(Work.class.getName());

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final Executor window;
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();
  private final ObservableList<Job> jobsShown = FXCollections.unmodifiableObservableList(jobs);
  private Runnable signedOut = () -> {};
  private volatile boolean closed;

  /// Creates it.
  ///
  /// @param window the window's thread
  public Work(Executor window) {
    this.window = window;
  }

  /// Returns what runs now, the oldest first.
  public ObservableList<Job> jobs() {
    return jobsShown;
  }

  /// Says what to do when the server no longer knows the session.
  public void onSignedOut(Runnable action) {
    signedOut = action;
  }

  /// Runs a task. Exactly one of `done` and `failed` is called, in the window's thread, unless the
  /// app ends before.
  ///
  /// @param name what it does, in the host's language; empty to leave it unseen
  public <T> Job run(String name, Task<T> task, Consumer<T> done, Consumer<Trouble> failed) {
    Job job = new Job(this, name, () -> failed.accept(Trouble.CANCELLED));
    jobs.add(job);
    job.runs(background.submit(() -> attempt(job, task, done, failed)));
    return job;
  }

  private <T> void attempt(Job job, Task<T> task, Consumer<T> done, Consumer<Trouble> failed) {
    try {
      T result = task.run(job);
      inWindow(() -> job.end(() -> done.accept(result)));
    } catch (Exception thrown) { // Whatever it is: the host is told, once, here.
      Trouble trouble = Trouble.of(thrown);
      LOG.log(
          trouble.kind() == Trouble.Cause.FAULT ? Level.WARNING : Level.FINE,
          "A task failed",
          thrown);
      inWindow(() -> job.end(() -> fail(trouble, failed)));
    }
  }

  private void fail(Trouble trouble, Consumer<Trouble> failed) {
    failed.accept(trouble);
    if (trouble.kind() == Trouble.Cause.SIGNED_OUT) {
      signedOut.run();
    }
  }

  void inWindow(Runnable action) {
    if (!closed) {
      window.execute(action);
    }
  }

  void ended(Job job) {
    jobs.remove(job);
  }

  /// Ends all that runs; nothing is told any more.
  @Override
  public void close() {
    closed = true;
    background.shutdownNow();
  }
}
