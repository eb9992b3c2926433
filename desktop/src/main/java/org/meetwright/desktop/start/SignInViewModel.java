package org.meetwright.desktop.start;

import java.net.URI;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.meetwright.desktop.session.Credentials;
import org.meetwright.desktop.task.Task;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Words;

/// The state of signing in at a server. What was typed stays, whatever the server says.
public final class SignInViewModel {
  private static final String SECOND_FACTOR = "second_factor_required";

  private final Work work;
  private final Words words;
  private final Ways ways;
  private final StringProperty server = new SimpleStringProperty("");
  private final StringProperty email = new SimpleStringProperty("");
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty code = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper serverError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper codeError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper codeAsked = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /// What signing in leads to: a task for what was typed, whose result goes on.
  private record Ways(BiFunction<URI, Credentials, Task<Runnable>> signIn) {}

  private SignInViewModel(Work work, Words words, Ways ways) {
    this.work = work;
    this.words = words;
    this.ways = ways;
    server.addListener((any, before, now) -> serverError.set(""));
  }

  /// Creates it.
  ///
  /// @param signIn returns the task that signs in
  /// @param then what comes after that
  public static <T> SignInViewModel of(
      Work work, Words words, BiFunction<URI, Credentials, Task<T>> signIn, Consumer<T> then) {
    return new SignInViewModel(
        work,
        words,
        new Ways(
            (server, credentials) -> {
              Task<T> task = signIn.apply(server, credentials);
              return job -> {
                T result = task.run(job);
                return () -> then.accept(result);
              };
            }));
  }

  /// Returns the words to show.
  public Words words() {
    return words;
  }

  /// Returns the server's address, as it is typed.
  public StringProperty serverProperty() {
    return server;
  }

  /// Returns the e-mail address.
  public StringProperty emailProperty() {
    return email;
  }

  /// Returns the password.
  public StringProperty passwordProperty() {
    return password;
  }

  /// Returns the code of the second factor.
  public StringProperty codeProperty() {
    return code;
  }

  /// Returns what is wrong with the address of the server; empty if nothing is.
  public ReadOnlyStringProperty serverErrorProperty() {
    return serverError.getReadOnlyProperty();
  }

  /// Returns what is wrong with the code; empty if nothing is.
  public ReadOnlyStringProperty codeErrorProperty() {
    return codeError.getReadOnlyProperty();
  }

  /// Returns what else is wrong; empty if nothing is.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Returns whether the server asks for a code.
  public ReadOnlyBooleanProperty codeAskedProperty() {
    return codeAsked.getReadOnlyProperty();
  }

  /// Returns whether the server is being asked.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Signs in with what is typed.
  public void signIn() {
    if (busy.get()) {
      return;
    }
    serverError.set("");
    codeError.set("");
    error.set("");
    ServerAddress.of(server.get())
        .ifPresentOrElse(this::signIn, () -> serverError.set(words.get("signIn.badAddress")));
  }

  private void signIn(URI address) {
    busy.set(true);
    Credentials credentials =
        new Credentials(email.get().strip(), password.get(), code.get().strip());
    var _ =
        work.run(
            words.get("signIn.busy"),
            ways.signIn().apply(address, credentials),
            then -> {
              busy.set(false);
              then.run();
            },
            this::refused);
  }

  private void refused(Trouble trouble) {
    busy.set(false);
    if (trouble.code().equals(SECOND_FACTOR)) {
      if (codeAsked.get() && !code.get().isEmpty()) {
        codeError.set(words.get("signIn.wrongCode"));
      }
      codeAsked.set(true);
    } else if (trouble.kind() == Trouble.Cause.SIGNED_OUT) {
      error.set(words.get("signIn.wrong"));
    } else {
      error.set(trouble.say(words));
    }
  }
}
