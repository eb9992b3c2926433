package org.meetwright.core.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Where the data is.
///
/// @param url a JDBC URL of H2 or PostgreSQL
/// @param user empty to leave it to the URL
/// @param password empty to leave it to the URL
/// @param poolSize how many connections are kept, 1 to 200
/// @param keyFile where the keys of sealed secrets are; null for a file beside that of H2
public record DatabaseSettings(
    String url, String user, String password, int poolSize, @Nullable Path keyFile) {
  /// How many connections are kept if nothing else is said.
  public static final int DEFAULT_POOL_SIZE = 8;

  /// Creates the settings.
  ///
  /// @throws InvalidValueException if the URL is of neither kind or the pool size out of range
  public DatabaseSettings {
    DatabaseKind.of(url);
    Text.number("database.poolSize", poolSize, 1, 200);
  }

  /// Creates the settings of a database that has the keys of sealed secrets beside it.
  public DatabaseSettings(String url, String user, String password, int poolSize) {
    this(url, user, password, poolSize, null);
  }

  /// Returns the URL of the H2 database in a data directory.
  ///
  /// @throws InvalidValueException if the path has a semicolon, after which H2 reads options
  public static String h2Url(Path home) {
    if (home.toString().contains(";")) {
      throw new InvalidValueException(
          "home",
          "must be a directory without a semicolon in its path, not "
              + InvalidValueException.shown(home));
    }
    return "jdbc:h2:file:"
        + home.toAbsolutePath().resolve("meetwright").toString().replace('\\', '/');
  }

  /// Returns which database it is.
  public DatabaseKind kind() {
    return DatabaseKind.of(url);
  }

  /// Returns where the keys of sealed secrets are.
  ///
  /// @throws IllegalStateException if that is not said and there is no file of H2
  public Path keys() {
    return keyFile != null
        ? keyFile
        : DatabaseFile.of(url)
            .map(file -> file.with(".key"))
            .orElseThrow(() -> new IllegalStateException("No key file is set for " + this));
  }

  /// Leaves the password out.
  @Override
  public String toString() {
    return url.replaceAll("[?;].*", "");
  }
}
