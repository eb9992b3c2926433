package org.meetwright.cli.program;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.Core;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.Migrations;
import org.meetwright.core.database.Migrations.State;
import org.meetwright.server.calendar.CalendarProviders;
import org.meetwright.server.settings.DatabaseRoom;
import org.meetwright.server.settings.LogSettings;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.source.DataDirectory;
import org.meetwright.server.settings.source.SettingsSources;

/// One run of the program: how it was called, and what it works on.
///
/// @param environment the environment variables
public record Program(
    GlobalOptions options,
    Map<String, String> environment,
    InstantSource clock,
    Terminal terminal) {

  /// Returns the data directory.
  public Path home() {
    return DataDirectory.find(options.home, environment);
  }

  /// Returns whether the data directory was chosen, not just the usual one.
  public boolean isHomeChosen() {
    return options.home != null || !environment.getOrDefault(DataDirectory.VARIABLE, "").isEmpty();
  }

  /// Reads the settings, and logs from now on as they say.
  ///
  /// @param home the data directory
  /// @param more what the command's own options say
  /// @throws org.meetwright.server.settings.declaration.SettingsException if they are wrong
  public Settings settings(Path home, Map<Setting<?>, String> more) {
    if (options.server != null || !options.isOnDatabase()) {
      throw new Failure(
          ExitCode.USAGE,
          "This command works on the database only; leave --server and --context out.");
    }
    Map<Setting<?>, String> given = new HashMap<>(more);
    if (options.databaseUrl != null) {
      given.put(DatabaseRoom.URL, options.databaseUrl);
    }
    if (options.verbose) {
      given.put(LogSettings.LEVEL, "debug");
    }
    Settings settings = new SettingsSources(home, options.config, environment, given).read();
    Logging.configure(terminal.err(), settings.log(), options.verbose);
    return settings;
  }

  /// Returns where the command line says that the database is; null if it does not.
  public @Nullable String databaseUrl() {
    return options.databaseUrl;
  }

  /// Returns where this command has its settings from.
  ///
  /// @param file the configuration file; null for the one that was said, or the usual one
  public SettingsSources sources(@Nullable Path file) {
    Map<Setting<?>, String> given =
        options.databaseUrl == null ? Map.of() : Map.of(DatabaseRoom.URL, options.databaseUrl);
    return new SettingsSources(home(), file == null ? options.config : file, environment, given);
  }

  /// Reads the settings that this command was called with.
  ///
  /// @throws org.meetwright.server.settings.declaration.SettingsException if they are wrong
  public Settings settings() {
    return settings(home(), Map.of());
  }

  /// Opens the database and creates its directory and schema if there are none yet.
  ///
  /// @throws Failure if its schema is older than this program
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if it cannot be used
  public Core open(Settings settings) {
    Database database = openDatabase(settings);
    try {
      State state = database.migrations().state();
      if (state == State.OLDER) {
        throw new Failure(
            ExitCode.OTHER_VERSION,
            "The database is from an older Meetwright; back it up, then run: meetwright migrate");
      }
      return current(database, settings);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  /// Opens the database and brings its schema up to date.
  ///
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if it cannot be used
  public Core openMigrated(Settings settings) {
    Database database = openDatabase(settings);
    try {
      return current(database, settings);
    } catch (RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  /// Opens the database as it is.
  ///
  /// @throws org.meetwright.core.database.DatabaseUnavailableException if it cannot be reached
  public Database openDatabase(Settings settings) {
    return Database.open(settings.database());
  }

  /// Says which migrations were run although one with a higher number had been run before.
  ///
  /// @param versions theirs; nothing is said of none
  public void sayLate(List<String> versions) {
    if (!versions.isEmpty()) {
      terminal.say(
          "Of the migrations, "
              + String.join(", ", versions)
              + " came late: one with a higher number had been run before.");
    }
  }

  private Core current(Database database, Settings settings) {
    Migrations migrations = database.migrations();
    if (migrations.state() != State.CURRENT) {
      List<String> late = migrations.late();
      migrations.migrate();
      sayLate(late);
    }
    return Core.on(
        database,
        clock,
        settings.keptMebibytes(),
        settings.sms().consequences(),
        CalendarProviders.of(settings.privateTargets(), settings.calendars(), clock));
  }
}
