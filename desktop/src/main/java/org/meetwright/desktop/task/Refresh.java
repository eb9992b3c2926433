package org.meetwright.desktop.task;

import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/// A task that is asked for often and runs once at a time: if it is asked for while it runs, it
/// runs once more afterwards.
public final class Refresh<T> {
  private final Work work;
  private final String name;
  private final Supplier<Task<T>> task;
  private final Consumer<T> done;
  private final Consumer<Trouble> failed;
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
  private boolean again;

  /// Creates it.
  ///
  /// @param name what it does, in the host's language
  /// @param task returns, in the window's thread, the task for the state of the screen as it is
  ///   then
  public Refresh(
      Work work, String name, Supplier<Task<T>> task, Consumer<T> done, Consumer<Trouble> failed) {
    this.work = work;
    this.name = name;
    this.task = task;
    this.done = done;
    this.failed = failed;
  }

  /// Returns whether it runs.
  public ReadOnlyBooleanProperty runningProperty() {
    return running.getReadOnlyProperty();
  }

  /// Asks for it.
  public void ask() {
    if (running.get()) {
      again = true;
      return;
    }
    running.set(true);
    var _ =
        work.run(
            name,
            task.get(),
            result -> end(() -> done.accept(result)),
            trouble -> end(() -> failed.accept(trouble)));
  }

  private void end(Runnable then) {
    running.set(false);
    boolean once = again;
    again = false;
    then.run();
    if (once) {
      ask();
    }
  }
}
