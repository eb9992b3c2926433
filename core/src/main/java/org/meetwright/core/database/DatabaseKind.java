package org.meetwright.core.database;

import java.util.Locale;
import org.meetwright.core.value.InvalidValueException;

/// The databases that Meetwright runs on.
public enum DatabaseKind {
  H2("jdbc:h2:"),
  POSTGRESQL("jdbc:postgresql:");

  private final String prefix;

  DatabaseKind(String prefix) {
    this.prefix = prefix;
  }

  /// Returns the kind of a JDBC URL.
  ///
  /// @throws InvalidValueException (field `database.url`) if it is neither
  public static DatabaseKind of(String url) {
    for (DatabaseKind kind : values()) {
      if (url.startsWith(kind.prefix)) {
        return kind;
      }
    }
    // What follows the scheme may hold a password and is not shown.
    int scheme = url.indexOf(':', url.indexOf(':') + 1);
    throw new InvalidValueException(
        "database.url",
        "must begin with jdbc:h2: or jdbc:postgresql:, not "
            + InvalidValueException.shown(
                scheme < 0
                    ? url.substring(0, Math.min(12, url.length()))
                    : url.substring(0, scheme + 1)));
  }

  /// Returns the folder of the migrations that only this kind has.
  String migrations() {
    return "classpath:db/migration/" + name().toLowerCase(Locale.ROOT);
  }
}
