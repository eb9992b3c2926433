package org.meetwright.desktop.start;

import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.session.Entrance;
import org.meetwright.desktop.session.Opened;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Words;

/// The state of the first start: three doors, and what is behind them.
public final class StartViewModel {
  private final Entrance entrance;
  private final Work work;
  private final Words words;
  private final Consumer<Opened> then;
  private final ReadOnlyObjectWrapper<Page> page = new ReadOnlyObjectWrapper<>(Page.DOORS);
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final SignInViewModel signIn;
  private final AccountViewModel account;
  private Runnable tried = () -> {};

  /// What is shown.
  public enum Page {
    /// The three doors.
    DOORS,
    /// The form for the first account here.
    ACCOUNT,
    /// Signing in at a server elsewhere.
    SIGN_IN
  }

  /// Creates it.
  ///
  /// @param then what comes once something is open
  public StartViewModel(Entrance entrance, Work work, Words words, Consumer<Opened> then) {
    this.entrance = entrance;
    this.work = work;
    this.words = words;
    this.then = then;
    this.account = new AccountViewModel(entrance, work, words, then);
    this.signIn =
        SignInViewModel.of(
            work,
            words,
            (server, credentials) -> job -> entrance.elsewhere(server, credentials),
            then);
  }

  /// Returns the words to show.
  public Words words() {
    return words;
  }

  /// Returns the state of signing in.
  public SignInViewModel signIn() {
    return signIn;
  }

  /// Returns the state of the form for an account.
  public AccountViewModel account() {
    return account;
  }

  /// Returns what is shown.
  public ReadOnlyObjectProperty<Page> pageProperty() {
    return page.getReadOnlyProperty();
  }

  /// Returns why a door does not open; null if none was tried in vain.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Returns whether a door is being opened.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Opens the server on this computer; if it has no host yet, asks for one.
  public void here() {
    attempt(
        words.get("start.opening"),
        job -> entrance.here(),
        opened -> opened.ifPresentOrElse(then, () -> page.set(Page.ACCOUNT)));
  }

  /// Goes to sign in at a server elsewhere.
  ///
  /// @param server its address; empty if it is to be typed
  public void elsewhere(String server, String email) {
    signIn.serverProperty().set(server);
    signIn.emailProperty().set(email);
    trouble.set(null);
    page.set(Page.SIGN_IN);
  }

  /// Opens a server with made-up data.
  public void lookAround() {
    attempt(words.get("start.demoBusy"), job -> entrance.lookAround(), then);
  }

  /// Opens what the app had open last.
  ///
  /// @param open the task for that
  public void reopen(Task<Opened> open) {
    attempt(words.get("start.opening"), open, then);
  }

  /// Goes back to the doors.
  public void doors() {
    page.set(Page.DOORS);
  }

  /// Tries the door once more that did not open.
  public void retry() {
    tried.run();
  }

  /// Tries it on any free port.
  public void useAnyPort() {
    entrance.useAnyPort();
    retry();
  }

  private <T> void attempt(String name, Task<T> task, Consumer<T> open) {
    if (busy.get()) {
      return;
    }
    tried = () -> attempt(name, task, open);
    busy.set(true);
    trouble.set(null);
    var _ =
        work.run(
            name,
            task,
            result -> {
              busy.set(false);
              open.accept(result);
            },
            why -> {
              busy.set(false);
              trouble.set(why);
            });
  }
}
