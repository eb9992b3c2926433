package org.meetwright.desktop.start;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
import javafx.collections.ObservableMap;
import org.meetwright.desktop.session.Entrance;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.desktop.session.Opened;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.task.Work;
import org.meetwright.desktop.text.Slug;
import org.meetwright.desktop.text.Words;

/// The state of the form for the first account on this computer.
public final class AccountViewModel {
  /// The fields, as the server calls them.
  static final String NAME = "name";

  static final String HANDLE = "handle";
  static final String EMAIL = "email";
  static final String PASSWORD = "password";

  private static final Pattern EMAILS = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
  private static final Pattern HANDLES = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int SHORTEST_PASSWORD = 8;
  private static final int SHORTEST_HANDLE = 2;
  private static final int LONGEST_HANDLE = 40;

  private final Entrance entrance;
  private final Work work;
  private final Words words;
  private final Consumer<Opened> then;
  private final Map<String, StringProperty> texts =
      Map.of(
          NAME, new SimpleStringProperty(""),
          HANDLE, new SimpleStringProperty(""),
          EMAIL, new SimpleStringProperty(""),
          PASSWORD, new SimpleStringProperty(""));
  private final ObservableMap<String, String> errors = FXCollections.observableHashMap();
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private String suggested = "";

  /// Creates it.
  ///
  /// @param then what comes once the account is made
  public AccountViewModel(Entrance entrance, Work work, Words words, Consumer<Opened> then) {
    this.entrance = entrance;
    this.work = work;
    this.words = words;
    this.then = then;
    text(NAME).addListener((any, before, now) -> suggest(now));
    texts.forEach(
        (field, text) ->
            text.addListener((any, before, now) -> check(field, !errors.containsKey(field))));
  }

  /// Returns the words to show.
  public Words words() {
    return words;
  }

  /// Returns what is typed into a field.
  public StringProperty text(String field) {
    return Objects.requireNonNull(texts.get(field), field);
  }

  /// Returns what is wrong with a field; empty if nothing is, or nobody knows yet.
  public ReadOnlyStringProperty error(String field) {
    ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");
    errors.addListener(
        (MapChangeListener<String, String>) any -> said.set(errors.getOrDefault(field, "")));
    return said.getReadOnlyProperty();
  }

  /// Returns what else is wrong; empty if nothing is.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// Returns whether the account is being made.
  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Says what is wrong with a field that was left.
  public void left(String field) {
    if (!text(field).get().isEmpty()) {
      check(field, false);
    }
  }

  /// Makes the account.
  public void create() {
    texts.keySet().forEach(field -> check(field, false));
    if (busy.get() || !errors.isEmpty()) {
      return;
    }
    busy.set(true);
    error.set("");
    NewAccount account =
        new NewAccount(
            text(NAME).get().strip(),
            text(HANDLE).get().strip(),
            text(EMAIL).get().strip(),
            text(PASSWORD).get(),
            words.zone(),
            Locale.forLanguageTag(words.language()));
    var _ =
        work.run(
            words.get("account.busy"),
            job -> entrance.here(account),
            opened -> {
              busy.set(false);
              then.accept(opened);
            },
            this::refused);
  }

  private void refused(Trouble trouble) {
    busy.set(false);
    trouble
        .fields()
        .forEach(
            (field, reason) -> {
              if (texts.containsKey(field)) {
                errors.put(field, reason);
              }
            });
    error.set(errors.isEmpty() ? trouble.say(words) : "");
  }

  /// Checks a field.
  ///
  /// @param gently while it is being typed: what is not yet right is not called wrong
  private void check(String field, boolean gently) {
    String typed = text(field).get();
    boolean right =
        switch (field) {
          case EMAIL -> EMAILS.matcher(typed.strip()).matches();
          case PASSWORD -> typed.length() >= SHORTEST_PASSWORD;
          case HANDLE ->
              HANDLES.matcher(typed).matches()
                  && typed.length() >= SHORTEST_HANDLE
                  && typed.length() <= LONGEST_HANDLE;
          default -> !typed.isBlank();
        };
    if (right) {
      errors.remove(field);
    } else if (!gently) {
      errors.put(field, words.get("account.wrong." + field));
    }
  }

  /// Suggests a handle, as long as the host has typed no other.
  private void suggest(String name) {
    if (text(HANDLE).get().equals(suggested)) {
      suggested = handle(name);
      text(HANDLE).set(suggested);
    }
  }

  private static String handle(String name) {
    return Slug.of(name.strip().split("\\s+", -1)[0]);
  }
}
