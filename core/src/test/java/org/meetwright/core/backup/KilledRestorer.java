package org.meetwright.core.backup;

import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.meetwright.core.database.DatabaseSettings;

/// A program that restores until a table is filled, says so, and waits to be killed.
final class KilledRestorer {
  private KilledRestorer() {}

  public static void main(String[] arguments) {
    DatabaseSettings settings =
        new DatabaseSettings(
            arguments[1], "", "", DatabaseSettings.DEFAULT_POOL_SIZE, Path.of(arguments[2]));
    new Restore(Path.of(arguments[0]), () -> "")
        .into(
            settings,
            false,
            table -> {
              if (table.table().equals(arguments[3])) {
                System.out.println("filled " + table.table());
                while (true) {
                  LockSupport.park();
                }
              }
            });
  }
}
