package org.meetwright.desktop.embedded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.meetwright.core.Core;
import org.meetwright.core.access.password.PasswordRules;
import org.meetwright.core.backup.Backup;
import org.meetwright.core.backup.BackupFile;
import org.meetwright.core.database.Database;
import org.meetwright.core.host.Host;
import org.meetwright.core.host.Hosts.NewHost;
import org.meetwright.core.host.Role;
import org.meetwright.core.value.EmailAddress;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.desktop.session.LocalServer;
import org.meetwright.desktop.session.NewAccount;
import org.meetwright.desktop.task.Refusal;
import org.meetwright.server.MeetwrightServer;
import org.meetwright.server.calendar.CalendarProviders;
import org.meetwright.server.listener.CertificateException;
import org.meetwright.server.settings.ServerSettings;
import org.meetwright.server.settings.ServerSettings.TlsFiles;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.DataDirectory;
import org.meetwright.server.settings.source.SettingsSources;

/// The server that the app runs itself, for a host whose data is on this computer.
public final class EmbeddedServer implements AutoCloseable {
  private static final String SESSION = "desktop app";

  private final Core core;
  private final MeetwrightServer server;
  private final ServerSettings settings;

  private EmbeddedServer(Core core, MeetwrightServer server, ServerSettings settings) {
    this.core = core;
    this.server = server;
    this.settings = settings;
  }

  /// Opens the database of a directory, brings it up to date, and starts a server on it.
  ///
  /// @param environment variables that set what is configured
  /// @throws Refusal if that cannot be; code `port_taken` if its port is in use
  public static EmbeddedServer start(
      Path home, Map<String, String> environment, InstantSource clock) {
    try {
      DataDirectory.create(home);
      Settings settings = new SettingsSources(home, null, environment, Map.of()).read();
      checkPort(settings);
      return start(settings, clock);
    } catch (Refusal refusal) {
      throw refusal;
    } catch (CertificateException failed) {
      throw new Refusal(
          "certificate_files",
          "server.tls.certificate",
          String.valueOf(failed.getMessage()),
          failed);
    } catch (RuntimeException failed) { // Settings, directory, database: each says what to do.
      throw new Refusal("not_started", "", String.valueOf(failed.getMessage()), failed);
    }
  }

  private static EmbeddedServer start(Settings settings, InstantSource clock) {
    Database database = Database.open(settings.database());
    try {
      database.migrations().migrate();
      Core core =
          Core.on(
              database,
              clock,
              settings.keptMebibytes(),
              settings.sms().consequences(),
              CalendarProviders.of(settings.privateTargets(), settings.calendars(), clock));
      return new EmbeddedServer(core, MeetwrightServer.start(core, settings), settings.server());
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  @SuppressWarnings("AddressSelection") // One address of a name, as the server does.
  static void checkPort(Settings settings) {
    try (ServerSocket trial = new ServerSocket()) {
      trial.bind(new InetSocketAddress(settings.server().host(), settings.server().port()));
    } catch (IOException failed) {
      throw new Refusal(
          "port_taken",
          "server.port",
          "Port "
              + settings.server().port()
              + " on "
              + settings.server().host()
              + " cannot be used: "
              + failed.getMessage()
              + ". Close the program that uses it, or set server.port in meetwright.yaml.",
          failed);
    }
  }

  /// Returns the data directory that an option or the environment names, or the usual one. It is
  /// made if there is none, for its owner alone.
  ///
  /// @throws RuntimeException if that cannot be; its message is for the host
  public static Path home(String option, Map<String, String> environment) {
    Path home = DataDirectory.find(option.isEmpty() ? null : Path.of(option), environment);
    DataDirectory.create(home);
    return home;
  }

  /// Returns the server's address for programs on this computer, without a slash at the end.
  public URI address() {
    String url = server.url().toString();
    return URI.create(url.replace("//0.0.0.0:", "//127.0.0.1:").replace("//[::]:", "//[::1]:"));
  }

  /// Returns where it is.
  public LocalServer.Reach reach() {
    TlsFiles files = settings.tls();
    return new LocalServer.Reach(
        address(), publicAddress(), files == null ? null : files.certificate());
  }

  /// Returns the address with which links begin.
  URI publicAddress() {
    URI told = settings.publicUrl();
    return told == null ? address() : told;
  }

  /// Writes all data into a file, in the place of one that may be there.
  ///
  /// @param passphrase empty not to encrypt it
  void backUp(Path file, String passphrase) {
    var _ =
        new Backup(core.database(), core.clock())
            .write(
                new BackupFile(file, true, passphrase.isEmpty() ? null : passphrase), table -> {});
  }

  /// Returns the handles of the hosts, the first one first.
  public List<String> handles() {
    return core.hosts().list().stream().map(host -> host.handle().value()).toList();
  }

  /// Adds a host, who can be met Monday to Friday from 9 to 17.
  ///
  /// @throws Refusal with the field, if something of the account cannot be
  public void add(NewAccount account) {
    try {
      Handle handle = new Handle(account.handle());
      EmailAddress email = new EmailAddress(account.email());
      String hash = PasswordRules.of(handle, account.name(), email).hash(account.password());
      Role role = core.hosts().list().isEmpty() ? Role.ADMIN : Role.HOST;
      var _ =
          core.hosts()
              .add(
                  new NewHost(
                      handle, account.name(), email, account.zone(), account.locale(), hash, role));
    } catch (InvalidValueException invalid) {
      throw new Refusal(
          "invalid_request", invalid.field(), String.valueOf(invalid.getMessage()), invalid);
    }
  }

  /// Begins a session of a host: whoever can read the database may.
  ///
  /// @param handle empty for the first host
  /// @return its token
  /// @throws Refusal if there is no such host
  public String signIn(String handle) {
    Host host =
        core.hosts().list().stream()
            .filter(one -> handle.isEmpty() || one.handle().value().equals(handle))
            .findFirst()
            .orElseThrow(
                () -> new Refusal("no_host", "", "There is no host " + handle + " here.", null));
    return core.access().sessions().begin(host.id(), SESSION).token();
  }

  /// Ends a session.
  public void signOut(String token) {
    var _ = core.access().signOut(token);
  }

  /// Stops the server, and closes the database.
  @Override
  public void close() {
    try {
      server.close();
    } finally {
      core.close();
    }
  }
}
