package org.meetwright.desktop.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.backup.BackupException;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.desktop.session.LocalServer;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.desktop.task.Refusal;
import org.meetwright.server.mail.TestMail;
import org.meetwright.server.mail.sending.SmtpStep;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingsException;
import org.meetwright.server.settings.source.EffectiveSetting;
import org.meetwright.server.settings.source.KnownSettings;
import org.meetwright.server.settings.source.SettingsSources;

/// The server on this computer: it runs from when it is first asked for until the app ends.
public final class OwnServer implements LocalServer, AutoCloseable {
  private static final String CERTIFICATE = "server.tls.certificate";

  /// The files whose names may be typed.
  private static final List<String> FILES = List.of(CERTIFICATE, "server.tls.key");

  /// With less than this left on a disk, that is why writing fails.
  private static final long LEAST_BYTES = 4 << 20;

  /// What is set in the place of a secret, and where else the secret can stand.
  private static final String FILE = "File";

  private final Path home;
  private final InstantSource clock;
  private final Map<String, String> environment;
  private @Nullable EmbeddedServer server;
  private boolean closed;

  /// Creates it; nothing is started yet.
  public OwnServer(Path home, Map<String, String> environment, InstantSource clock) {
    this.home = home;
    this.environment = new HashMap<>(environment);
    this.clock = clock;
  }

  /// Returns the running server; it is started if it does not run.
  ///
  /// @throws Refusal if it cannot be
  public synchronized EmbeddedServer running() {
    if (closed) {
      throw new IllegalStateException("The app ends");
    }
    if (server == null) {
      server = onDisk(() -> EmbeddedServer.start(home, environment, clock));
    }
    return server;
  }

  /// Adds a host.
  ///
  /// @throws Refusal if it cannot be; the code is `disk_full` if there is no room
  public synchronized void add(NewAccount account) {
    EmbeddedServer running = running();
    onDisk(
        () -> {
          running.add(account);
          return account;
        });
  }

  /// Does something that writes. If there is no room for it, the server is started anew next time:
  /// H2 closes a database that it cannot write.
  ///
  /// @throws Refusal with the code `disk_full` if there is no room
  public synchronized <T> T onDisk(Supplier<T> doing) {
    try {
      return doing.get();
    } catch (RuntimeException failed) {
      if (home.toFile().getUsableSpace() > LEAST_BYTES) {
        throw failed;
      }
      stop();
      throw new Refusal(
          "disk_full",
          "",
          "The disk of " + home + " is full. Free some space, and try again.",
          failed);
    }
  }

  /// Has it take any free port, from now on until the app ends.
  public synchronized void useAnyPort() {
    environment.put("MEETWRIGHT_SERVER_PORT", "0");
  }

  /// Ends a session, if the server runs.
  public synchronized void signOut(String token) {
    if (server != null) {
      server.signOut(token);
    }
  }

  private SettingsSources sources(Map<Setting<?>, String> typed) {
    return new SettingsSources(home, null, environment, typed);
  }

  @Override
  public synchronized State state() {
    SettingsSources sources = sources(Map.of());
    Map<String, String> values = new HashMap<>();
    Set<String> fixed = new TreeSet<>();
    Set<String> secrets = new TreeSet<>();
    for (EffectiveSetting one : sources.effective()) {
      String key = one.setting().key();
      boolean secret = KnownSettings.isSecret(one.setting());
      values.put(key, secret || one.value() == null ? "" : one.value());
      if (one.source().startsWith("variable")) {
        fixed.add(key);
      }
      if (one.isSet() && (secret || key.endsWith(FILE))) {
        secrets.add(secret ? key : key.substring(0, key.length() - FILE.length()));
      }
    }
    return new State(
        values, fixed, secrets, home, sources.configuration(), running().publicAddress());
  }

  @Override
  public Reach reach() {
    return running().reach();
  }

  @Override
  public Set<String> wrong(Map<String, String> values) {
    Set<String> wrong = new TreeSet<>();
    for (Setting<?> setting : KnownSettings.all()) {
      String value = values.getOrDefault(setting.key(), "");
      if (!value.isEmpty() && !isRight(setting, value)) {
        wrong.add(setting.key());
      }
    }
    return wrong;
  }

  private static boolean isRight(Setting<?> setting, String value) {
    try {
      var _ = setting.format().parse().apply(value);
      return !FILES.contains(setting.key()) || Files.isReadable(Path.of(value));
    } catch (InvalidValueException wrong) {
      return false;
    }
  }

  /// Returns what is typed and not so already. What the environment says cannot be changed, and an
  /// empty secret stays.
  private Map<String, String> changes(Map<String, String> typed) {
    State now = state();
    Map<String, String> changes = new LinkedHashMap<>();
    typed.forEach(
        (key, value) -> {
          boolean kept = now.secrets().contains(key) && value.isEmpty();
          if (!now.fixed().contains(key)
              && !kept
              && !value.equals(now.values().getOrDefault(key, ""))) {
            changes.put(key, value);
          }
        });
    if (typed.getOrDefault("mail.smtp.user", "unsaid").isEmpty()) {
      changes.put("mail.smtp.password", "");
    }
    if (changes.containsKey("mail.smtp.password")) {
      changes.put("mail.smtp.passwordFile", "");
    }
    return changes;
  }

  /// Returns the settings as they would be.
  private Settings settings(Map<String, String> changes) {
    Map<Setting<?>, String> options = new HashMap<>();
    for (Setting<?> setting : KnownSettings.all()) {
      String value = changes.get(setting.key());
      if (value != null) {
        options.put(setting, value);
      }
    }
    try {
      return sources(options).read();
    } catch (SettingsException wrong) {
      throw new Refusal("settings", "", String.valueOf(wrong.getMessage()), wrong);
    }
  }

  @Override
  public synchronized Reach change(Map<String, String> values) {
    Map<String, String> changes = changes(values);
    Settings settings = settings(changes);
    if (changes.containsKey("server.port")) {
      EmbeddedServer.checkPort(settings);
    }
    OwnConfiguration file = new OwnConfiguration(sources(Map.of()).configuration());
    @Nullable String before = file.read();
    file.change(changes);
    return restarted(() -> {}, () -> file.putBack(before));
  }

  /// Starts the server again.
  ///
  /// @param between what is done while it does not run
  /// @param undo what is done to start it as it was, if it does not start
  private Reach restarted(Runnable between, Runnable undo) {
    stop();
    try {
      between.run();
      return running().reach();
    } catch (RuntimeException failed) {
      undo.run();
      var _ = running();
      throw failed;
    }
  }

  private void stop() {
    EmbeddedServer ending = server;
    server = null;
    if (ending != null) {
      ending.close();
    }
  }

  @Override
  public String sendTestMail(Map<String, String> values, String to) {
    Settings settings = settings(changes(values));
    try {
      EmailAddress address = new EmailAddress(to);
      return switch (TestMail.run(settings.mail(), home, address, clock.instant())) {
        case TestMail.Result.Sent(String where) -> where;
        case TestMail.Result.Failed(SmtpStep step, String words) ->
            throw new Refusal("mail_" + step.word(), field(step), words, null);
      };
    } catch (InvalidValueException notOne) {
      throw new Refusal("mail_address", "to", String.valueOf(notOne.getMessage()), notOne);
    } catch (IOException unwritable) {
      throw new Refusal("mail_file", "to", String.valueOf(unwritable.getMessage()), unwritable);
    }
  }

  private static String field(SmtpStep step) {
    return switch (step) {
      case NAME -> "mail.smtp.host";
      case CONNECT -> "mail.smtp.port";
      case TLS -> "mail.smtp.tls";
      case LOGIN -> "mail.smtp.password";
      case SENDER -> "mail.from";
      case RECIPIENT, DATA -> "to";
    };
  }

  @Override
  public void backUp(Path file, String passphrase) {
    told(
        () -> {
          running().backUp(file, passphrase);
          return file;
        });
  }

  @Override
  public synchronized Path restore(Path file, String passphrase) {
    return told(
        () -> {
          Settings settings = settings(Map.of());
          var _ = Backup.verify(file, () -> passphrase);
          DataExchange exchange = DataExchange.of(settings, clock.instant());
          var _ = restarted(() -> exchange.fill(file, passphrase), exchange::undo);
          return exchange.kept();
        });
  }

  private static <T> T told(Supplier<T> doing) {
    try {
      return doing.get();
    } catch (BackupException | DatabaseUnavailableException failed) {
      throw new Refusal("backup", "file", String.valueOf(failed.getMessage()), failed);
    } catch (UncheckedIOException failed) {
      throw new Refusal("backup", "file", String.valueOf(failed.getMessage()), failed);
    }
  }

  /// Stops it for good.
  @Override
  public synchronized void close() {
    closed = true;
    stop();
  }
}
