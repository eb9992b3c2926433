package org.meetwright.core.calendar.token;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.meetwright.core.access.secrets.Sealer;
import org.meetwright.core.calendar.consent.ScriptedOAuth;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseSettings;

/// A program that has the right to renew an account's tokens, says so, and waits to be killed.
final class KilledRenewal {
  private KilledRenewal() {}

  /// Runs it.
  ///
  /// @param arguments the database's URL and file of keys, the connection, and the time
  public static void main(String[] arguments) throws Exception {
    InstantSource clock = InstantSource.fixed(Instant.parse(arguments[3]));
    ScriptedOAuth service = new ScriptedOAuth();
    service.whileRenewing = KilledRenewal::waitForIt;
    DatabaseSettings settings =
        new DatabaseSettings(
            arguments[0], "", "", DatabaseSettings.DEFAULT_POOL_SIZE, Path.of(arguments[1]));
    try (Database database = Database.open(settings)) {
      new StoredTokens(database, Sealer.open(database, clock), clock)
          .of(UUID.fromString(arguments[2]), service)
          .current();
    }
    System.out.println("nothing was asked");
  }

  private static void waitForIt() {
    System.out.println("asking");
    while (true) {
      LockSupport.park();
    }
  }
}
