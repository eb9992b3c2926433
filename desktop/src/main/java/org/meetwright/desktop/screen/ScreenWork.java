package org.meetwright.desktop.screen;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Attempts;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;
import org.meetwright.server.client.ApiClient;

/// What the view model of a screen does with the server: it loads what is shown, again after each
/// event that concerns it, and has done what the host asks for.
public final class ScreenWork<T> {
  private final Session session;
  private final Predicate<String> events;
  private final Refresh<T> refresh;
  private final Attempts attempts;
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
  private Runnable unlisten = () -> {};

  /// Creates it.
  ///
  /// @param loading what is said while it loads, in the host's language
  /// @param doing what is said while something is done
  /// @param events the types after which it loads again
  /// @param load loads, off the window's thread
  /// @param show takes what was loaded
  public ScreenWork(
      Session session,
      String loading,
      String doing,
      Predicate<String> events,
      Function<ApiClient, T> load,
      Consumer<T> show) {
    this.session = session;
    this.events = events;
    this.attempts = new Attempts(session.work(), doing);
    this.refresh =
        new Refresh<>(
            session.work(),
            loading,
            () -> job -> load.apply(session.client()),
            fresh -> {
              trouble.set(null);
              show.accept(fresh);
              loaded.set(true);
            },
            trouble::set);
  }

  /// Loads, and keeps the screen right from now on.
  public void shown() {
    unlisten.run();
    unlisten = session.whenever(events, refresh::ask);
    refresh.ask();
  }

  /// Asks for nothing from now on, and forgets how the last thing went.
  public void hidden() {
    unlisten.run();
    unlisten = () -> {};
    attempts.forget();
  }

  /// Loads again.
  public void reload() {
    refresh.ask();
  }

  /// Has something done, and loads again, also if it was refused.
  public <R> void run(Function<ApiClient, R> task) {
    attempts.run(
        job -> task.apply(session.client()),
        done -> refresh.ask(),
        why -> {
          refresh.ask();
          return false;
        });
  }

  /// Has something done that has no result.
  public void does(Consumer<ApiClient> task) {
    run(
        client -> {
          task.accept(client);
          return true;
        });
  }

  /// Returns what is being done, and how it went.
  public Attempts attempts() {
    return attempts;
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns whether anything has been loaded.
  public ReadOnlyBooleanProperty loadedProperty() {
    return loaded.getReadOnlyProperty();
  }

  /// Returns why it could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns why something was not done, if no field says it; null otherwise.
  public ReadOnlyObjectProperty<@Nullable Trouble> refusedProperty() {
    return attempts.refusedProperty();
  }

  /// Returns whether something is being done.
  public ReadOnlyBooleanProperty busyProperty() {
    return attempts.busyProperty();
  }
}
