package org.meetwright.server.settings;

import java.nio.file.Path;
import org.meetwright.core.database.DatabaseSettings;
import org.meetwright.server.settings.declaration.Format;
import org.meetwright.server.settings.declaration.Room;
import org.meetwright.server.settings.declaration.Setting;
import org.meetwright.server.settings.declaration.SettingValues;

/// What can be configured of the database: where the data is.
public final class DatabaseRoom {
  /// Where the data is.
  public static final Setting<String> URL =
      Setting.of(
              "database.url",
              Format.jdbcUrl(),
              "Where the data is: an H2 file, or PostgreSQL 15 or later.")
          .orElseAs("an H2 file in the data directory")
          .withOption("--database-url");

  private static final Setting<String> USER =
      Setting.of("database.user", Format.text("a name"), "The user name for the database.")
          .orElseAs("from the URL");

  private static final Setting<String> PASSWORD =
      Setting.of("database.password", Format.text("any text"), "The password of that user.")
          .orElseAs("from the URL");

  private static final Setting<Path> PASSWORD_FILE =
      Setting.of(
          "database.passwordFile",
          Format.file(),
          "A file whose first line is that password, instead of `database.password`.");

  private static final Setting<Integer> POOL_SIZE =
      Setting.of(
              "database.poolSize",
              Format.number(1, 200),
              "How many connections to the database are kept open.")
          .orElse(String.valueOf(DatabaseSettings.DEFAULT_POOL_SIZE));

  private static final Setting<Path> KEY_FILE =
      Setting.of(
              "database.keyFile",
              Format.file(),
              "The file with the keys that encrypt the secrets in the database. It is"
                  + " created when it is needed; all servers of one database need the same file.")
          .orElseAs("`meetwright.key` in the data directory");

  /// Its settings, and how they are read.
  public static final Room<DatabaseSettings> ROOM =
      Room.of(DatabaseRoom::read, URL, USER, PASSWORD, PASSWORD_FILE, POOL_SIZE, KEY_FILE);

  private DatabaseRoom() {}

  private static DatabaseSettings read(SettingValues values) {
    Path home = values.home();
    return new DatabaseSettings(
        values.find(URL).orElseGet(() -> DatabaseSettings.h2Url(home)),
        values.find(USER).orElse(""),
        values.secret(PASSWORD, PASSWORD_FILE),
        values.get(POOL_SIZE),
        values.find(KEY_FILE).orElseGet(() -> home.resolve("meetwright.key")));
  }
}
