package org.meetwright.desktop.task;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// Has the server do what a host asks for, one thing at a time, and keeps why it did not.
public final class Attempts {
  private final Work work;
  private final String name;
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> refused = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

  /// Creates it.
  ///
  /// @param name what is done, in the host's language
  public Attempts(Work work, String name) {
    this.work = work;
    this.name = name;
  }

  /// Returns whether something is being done.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Returns why the last thing was not done; null if it was.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return refused.getReadOnlyProperty();
  }

  /// Returns what came of the last thing, in words; empty if there is nothing to say.
  public ReadOnlyStringProperty saidProperty() {
    return said.getReadOnlyProperty();
  }

  /// Says what came of it, until the next thing is done.
  public void say(String words) {
    said.set(words);
  }

  /// Forgets what came of the last thing.
  public void forget() {
    refused.set(null);
    said.set("");
  }

  /// Does something, unless something is being done.
  public <T> void run(Task<T> task, Consumer<T> then) {
    run(task, then, why -> false);
  }

  /// Does the same.
  ///
  /// @param told hears why it was not done, and returns whether that stands somewhere already
  public <T> void run(Task<T> task, Consumer<T> then, Predicate<Trouble> told) {
    if (busy.get()) {
      return;
    }
    busy.set(true);
    forget();
    var _ =
        work.run(
            name,
            task,
            result -> {
              busy.set(false);
              then.accept(result);
            },
            why -> {
              busy.set(false);
              refused.set(told.test(why) ? null : why);
            });
  }
}
