package org.meetwright.cli.commands.doctor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.meetwright.cli.program.Program;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.core.database.DatabaseUnavailableException;
import org.meetwright.core.database.Migrations.State;
import org.meetwright.core.database.condition.DatabaseCondition;
import org.meetwright.core.database.h2.DatabaseFile;
import org.meetwright.server.settings.Settings;

/// The database: whether it can be reached, its version, whether what it acknowledges is kept, and
/// its clock.
final class DatabaseChecks {
  private static final Duration LATE = Duration.ofSeconds(5);
  private static final Duration TOO_LATE = Duration.ofSeconds(60);

  private final Program program;
  private final Settings settings;

  DatabaseChecks(Program program, Settings settings) {
    this.program = program;
    this.settings = settings;
  }

  List<Finding> look() {
    boolean none =
        DatabaseFile.of(settings.database().url()).filter(file -> !file.exists()).isPresent()
            && settings.database().kind() == DatabaseKind.H2;
    if (none) {
      return List.of(
          Finding.warning(
              "database",
              "There is none yet at " + settings.database() + "; meetwright init makes it."));
    }
    List<Finding> found = new ArrayList<>();
    try (Database database = program.openDatabase(settings)) {
      DatabaseCondition condition = DatabaseCondition.of(database);
      found.add(Finding.ok("database", settings.database() + ", " + condition.product() + "."));
      found.add(schema(database));
      found.addAll(durability(database, condition));
      found.add(clock(condition.now()));
    } catch (DatabaseUnavailableException unavailable) {
      found.add(Finding.failure("database", String.valueOf(unavailable.getMessage())));
    }
    return found;
  }

  /// Returns whether a finding says that the database has the schema of this program.
  static boolean isCurrent(Finding finding) {
    return finding.name().equals("schema") && finding.level() == Finding.Level.OK;
  }

  private static Finding schema(Database database) {
    String version = database.migrations().history().needed();
    try {
      return switch (database.migrations().state()) {
        case State.CURRENT -> Finding.ok("schema", "Version " + version + "; nothing is pending.");
        case State.EMPTY ->
            Finding.warning("schema", "The database is empty; begin with: meetwright init");
        case State.OLDER ->
            Finding.failure(
                "schema",
                "Migrations are pending (see meetwright migrate status); back the database up,"
                    + " then run: meetwright migrate");
      };
    } catch (DatabaseUnavailableException newer) {
      return Finding.failure("schema", String.valueOf(newer.getMessage()));
    }
  }

  private List<Finding> durability(Database database, DatabaseCondition condition) {
    if (database.kind() == DatabaseKind.H2) {
      return List.of(ofH2(database));
    }
    List<Finding> wrong = new ArrayList<>();
    for (String name : List.of("fsync", "full_page_writes", "synchronous_commit")) {
      if (condition.settings().getOrDefault(name, "on").equals("off")) {
        wrong.add(
            Finding.failure(
                "durability",
                name
                    + " is off: bookings that were confirmed can be lost in a crash. Set it to on"
                    + " in postgresql.conf, and reload."));
      }
    }
    return wrong.isEmpty()
        ? List.of(Finding.ok("durability", "What PostgreSQL acknowledges is on disk."))
        : wrong;
  }

  private Finding ofH2(Database database) {
    String url = settings.database().url();
    if (url.startsWith("jdbc:h2:mem:")) {
      return Finding.failure(
          "durability",
          "The database is in memory, and gone when the program ends; choose a file or PostgreSQL"
              + " with database.url.");
    }
    if (url.matches("(?i).*;(WRITE_DELAY|RETENTION_TIME)=.*")) {
      return Finding.warning(
          "durability",
          "database.url sets how H2 writes (WRITE_DELAY, RETENTION_TIME); leave that to"
              + " Meetwright, which waits for the disk at each booking.");
    }
    return database.inTransaction(
        tx -> Finding.ok("durability", "What is acknowledged is on disk: H2 synced just now."));
  }

  private Finding clock(Instant database) {
    Duration off = Duration.between(program.clock().instant(), database).abs();
    String told = "It differs from the database's by " + off.toMillis() / 1000.0 + " s";
    if (off.compareTo(TOO_LATE) > 0) {
      return Finding.failure(
          "clock",
          told + ": reminders come at the wrong time. Set both by NTP (chrony, timesyncd).");
    }
    return off.compareTo(LATE) > 0
        ? Finding.warning("clock", told + "; set both by NTP (chrony, timesyncd).")
        : Finding.ok("clock", "It agrees with the database's.");
  }
}
