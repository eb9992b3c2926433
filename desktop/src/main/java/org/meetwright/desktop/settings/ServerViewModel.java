package org.meetwright.desktop.settings;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.meetwright.desktop.form.Form;
import org.meetwright.desktop.session.LocalServer;
import org.meetwright.desktop.session.LocalServer.State;
import org.meetwright.desktop.session.Session;
import org.meetwright.desktop.task.Attempts;
import org.meetwright.desktop.task.Refresh;
import org.meetwright.desktop.task.Trouble;
import org.meetwright.desktop.text.Words;

/// The state of the settings of the server on this computer. Its form has the names of the
/// configuration file; `encryption` and what is typed for a test or a backup are its own.
public final class ServerViewModel {
  /// Where it is listened to.
  public static final List<String> HOSTS = List.of("127.0.0.1", "0.0.0.0");

  /// How the way to the server is encrypted.
  public static final List<String> ENCRYPTIONS = List.of("none", "files", "proxy");

  /// How the way to the mail server is.
  public static final List<String> MAIL_TLS = List.of("starttls", "tls", "none");

  private static final String CERTIFICATE = "server.tls.certificate";
  private static final String KEY = "server.tls.key";
  private static final String PROXIES = "server.trustedProxies";
  private static final String ENCRYPTION = "encryption";
  private static final List<String> SETTINGS =
      List.of(
          "server.publicUrl",
          "server.host",
          "server.port",
          CERTIFICATE,
          KEY,
          PROXIES,
          "mail.smtp.host",
          "mail.smtp.port",
          "mail.smtp.tls",
          "mail.smtp.user",
          "mail.smtp.password",
          "mail.from");

  private final Session session;
  private final LocalServer server;
  private final Runnable restored;
  private final Attempts attempts;
  private final Refresh<State> refresh;
  private final Refresh<Set<String>> checks;
  private final Form form = new Form(this::typed);
  private final Form backup = new Form(() -> {});
  private final Form restore = new Form(() -> {});
  private final ReadOnlyObjectWrapper<@Nullable State> state = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Trouble> trouble = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private Map<String, String> before = Map.of();

  /// Creates it.
  ///
  /// @param restored called when other data is there, in which no session is known
  public ServerViewModel(Session session, LocalServer server, Runnable restored) {
    this.session = session;
    this.server = server;
    this.restored = restored;
    this.attempts = new Attempts(session.work(), words().get("server.working"));
    this.refresh =
        new Refresh<>(
            session.work(),
            words().get("settings.loading"),
            () -> job -> server.state(),
            this::show,
            trouble::set);
    this.checks =
        new Refresh<>(
            session.work(),
            "",
            () -> {
              Map<String, String> values = values();
              return job -> server.wrong(values);
            },
            this::tell,
            trouble::set);
    form.text(ENCRYPTION);
    form.text("to").set(session.me().email());
    SETTINGS.forEach(form::text);
  }

  /// Loads.
  public void shown() {
    refresh.ask();
  }

  /// Forgets what is secret.
  public void hidden() {
    attempts.forget();
    backup.text("passphrase").set("");
    restore.text("passphrase").set("");
  }

  private void show(State fresh) {
    trouble.set(null);
    state.set(fresh);
    if (!changed.get()) {
      fill(fresh);
    }
  }

  private void fill(State fresh) {
    before = Map.of();
    form.forgive();
    SETTINGS.forEach(key -> form.text(key).set(fresh.values().getOrDefault(key, "")));
    boolean files = !form.value(CERTIFICATE).isEmpty();
    boolean proxy = !form.value(PROXIES).isEmpty();
    form.text(ENCRYPTION).set(files ? "files" : proxy ? "proxy" : "none");
    before = values();
    changed.set(false);
  }

  private void typed() {
    if (!before.isEmpty()) {
      changed.set(!values().equals(before));
      checks.ask();
    }
  }

  /// Returns what is to be set. What is not asked for is not set.
  private Map<String, String> values() {
    Map<String, String> values = new TreeMap<>();
    SETTINGS.forEach(key -> values.put(key, form.value(key)));
    String encryption = form.value(ENCRYPTION);
    if (!encryption.equals("files")) {
      values.put(CERTIFICATE, "");
      values.put(KEY, "");
    }
    if (!encryption.equals("proxy")) {
      values.put(PROXIES, "");
    }
    return values;
  }

  private void tell(Set<String> wrong) {
    SETTINGS.forEach(key -> form.say(key, wrong.contains(key) ? said(key) : ""));
    if (form.value(ENCRYPTION).equals("files")) {
      List.of(CERTIFICATE, KEY).stream()
          .filter(key -> form.value(key).isEmpty())
          .forEach(key -> form.say(key, said(key)));
    }
  }

  private String said(String key) {
    return words().get("server.wrong." + key);
  }

  /// Returns the words to show.
  public Words words() {
    return session.words();
  }

  /// Returns the settings, as they are typed.
  public Form form() {
    return form;
  }

  /// Returns where to write a backup, `file`, and its `passphrase`.
  public Form backup() {
    return backup;
  }

  /// Returns the backup to restore, `file`, and its `passphrase`.
  public Form restore() {
    return restore;
  }

  /// Returns how the server is; null until that is known.
  public ReadOnlyObjectProperty<@Nullable State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Returns what is shown of the server's state.
  ///
  /// @param unknown what is shown until the state is known
  public <T> ObservableValue<T> shown(Function<State, T> what, T unknown) {
    return Bindings.createObjectBinding(
        () -> {
          State now = state.get();
          return now == null ? unknown : what.apply(now);
        },
        state);
  }

  /// Returns whether something is not saved.
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /// Returns what is being done, and how it went.
  public Attempts attempts() {
    return attempts;
  }

  /// Returns why it could not load; null if it could.
  public ReadOnlyObjectProperty<@Nullable Trouble> troubleProperty() {
    return trouble.getReadOnlyProperty();
  }

  /// Saves, and starts the server again.
  public void save() {
    if (form.isWrong()) {
      return;
    }
    Map<String, String> values = values();
    attempts.run(
        job -> server.change(values),
        reach -> {
          changed.set(false);
          session.moved(reach);
          attempts.say(words().get("server.saved"));
          refresh.ask();
        },
        why -> refuseRestarted(form, why));
  }

  /// Types what is set.
  public void discard() {
    @Nullable State now = state.get();
    if (now != null) {
      attempts.forget();
      fill(now);
    }
  }

  /// Sends a test mail, with what is typed.
  public void sendTestMail() {
    Map<String, String> values = values();
    String to = form.value("to");
    form.say("to", "");
    attempts.run(
        job -> server.sendTestMail(values, to),
        where -> attempts.say(words().get("server.mailSent", where)),
        why -> refuse(form, why));
  }

  /// Writes a backup.
  public void backUp() {
    String passphrase = backup.text("passphrase").get();
    file(
        backup,
        file ->
            attempts.run(
                job -> {
                  server.backUp(file, passphrase);
                  return file;
                },
                written -> attempts.say(words().get("server.backedUp", written)),
                why -> refuse(backup, why)));
  }

  /// Puts a backup in the place of all data.
  public void restoreBackup() {
    String passphrase = restore.text("passphrase").get();
    file(
        restore,
        file ->
            attempts.run(
                job -> server.restore(file, passphrase),
                kept -> restored.run(),
                why -> refuseRestarted(restore, why)));
  }

  /// It may have been started again as it was, and then on another of the free ports.
  private boolean refuseRestarted(Form typed, Trouble why) {
    var _ = session.work().run("", job -> server.reach(), session::moved, trouble::set);
    return refuse(typed, why);
  }

  private void file(Form typed, Consumer<Path> then) {
    typed.forgive();
    try {
      Path file = Path.of(typed.value("file"));
      if (file.isAbsolute()) {
        then.accept(file);
        return;
      }
    } catch (InvalidPathException notAPath) {
      // Said as any other.
    }
    typed.say("file", words().get("server.wrong.file"));
  }

  private boolean refuse(Form typed, Trouble why) {
    String key = "server.refused." + why.code();
    boolean all = !why.fields().isEmpty();
    for (Map.Entry<String, String> one : why.fields().entrySet()) {
      all &=
          typed.refuse(
              one.getKey(), words().has(key) ? words().get(key, one.getValue()) : one.getValue());
    }
    return all;
  }
}
