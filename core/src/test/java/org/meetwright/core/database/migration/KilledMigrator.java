package org.meetwright.core.database.migration;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.h2.api.DatabaseEventListener;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;

/// A program that migrates an H2 file until a statement is about to be run on it, says so, and
/// waits to be killed.
final class KilledMigrator {
  private KilledMigrator() {}

  public static void main(String[] arguments) {
    Statements.awaited = arguments[2];
    String listening = ";DATABASE_EVENT_LISTENER='" + Statements.class.getName() + "'";
    DatabaseSettings settings =
        new DatabaseSettings(
            arguments[0] + listening,
            "",
            "",
            DatabaseSettings.DEFAULT_POOL_SIZE,
            Path.of(arguments[1]));
    try (Database database = Database.open(settings)) {
      database.migrations().migrate();
    }
    System.out.println("ended");
  }

  /// Hears of each statement on the file; not of those on the copy, which is another database.
  public static final class Statements implements DatabaseEventListener {
    private static String awaited = "";

    /// H2 creates it.
    public Statements() {}

    @Override
    public void setProgress(int state, String name, long done, long total) {
      if (state == STATE_STATEMENT_START && name != null && name.contains(awaited)) {
        System.out.println("at " + awaited);
        while (true) {
          LockSupport.park();
        }
      }
    }
  }
}
