package org.meetwright.server.settings.source;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.files.PrivateDirectory;
import org.meetwright.core.files.UnsafeDirectoryException;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.settings.declaration.SettingsException;

/// The directory that holds the database, the configuration file and the mail that is not sent.
public final class DataDirectory {
  /// The environment variable that names it.
  public static final String VARIABLE = "MEETWRIGHT_HOME";

  private DataDirectory() {}

  /// Returns where it is: where the command line or the environment say, else where programs of
  /// this operating system keep their data. It need not exist.
  ///
  /// @param option what the command line says; null if nothing
  /// @throws SettingsException if the environment names something that is no path
  public static Path find(@Nullable Path option, Map<String, String> environment) {
    if (option != null) {
      return option.toAbsolutePath().normalize();
    }
    String variable = environment.getOrDefault(VARIABLE, "");
    if (!variable.isEmpty()) {
      return path(variable);
    }
    return usual(System.getProperty("os.name"), System.getProperty("user.home"), environment);
  }

  private static Path path(String variable) {
    try {
      return Path.of(variable).toAbsolutePath().normalize();
    } catch (InvalidPathException notAPath) {
      throw new SettingsException(
          "The variable MEETWRIGHT_HOME must be the path of a directory, not "
              + InvalidValueException.shown(variable)
              + ".",
          false,
          notAPath);
    }
  }

  /// Returns where programs of an operating system keep their data.
  ///
  /// @param system the system property `os.name`
  static Path usual(String system, String userHome, Map<String, String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Path.of(userHome, "Library", "Application Support", "Meetwright");
    }
    if (name.startsWith("windows")) {
      String local = environment.getOrDefault("LOCALAPPDATA", "");
      return (local.isEmpty() ? Path.of(userHome, "AppData", "Local") : Path.of(local))
          .resolve("Meetwright");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    // The XDG Base Directory Specification has relative paths ignored.
    return (data.startsWith("/") ? Path.of(data) : Path.of(userHome, ".local", "share"))
        .resolve("meetwright");
  }

  /// Creates the directory if there is none, and keeps it from everyone but who runs the program.
  ///
  /// @throws SettingsException if it cannot be created or written, belongs to someone else, or is
  ///   open to others and seems to be for more than Meetwright's data
  public static void create(Path home) {
    try {
      PrivateDirectory.secure(home, "meetwright");
    } catch (UnsafeDirectoryException unsafe) {
      throw new SettingsException(String.valueOf(unsafe.getMessage()), false, unsafe);
    }
  }
}
