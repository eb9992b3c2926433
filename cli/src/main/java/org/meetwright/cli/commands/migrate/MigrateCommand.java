package org.meetwright.cli.commands.migrate;

import java.util.List;
import org.meetwright.cli.program.Program;
import org.meetwright.core.database.Database;
import org.meetwright.server.settings.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright migrate`.
@Command(
    name = "migrate",
    description = {
      "Bring the database up to this version of Meetwright.",
      "serve does so by itself. Back the database up first: there is no way back.",
      "If a migration fails, the database is as it was."
    },
    footer = {"", "@|bold Examples:|@", "  meetwright migrate status", "  meetwright migrate"})
public final class MigrateCommand implements Runnable {
  private final Program program;

  private MigrateCommand(Program program) {
    this.program = program;
  }

  /// Adds the command, with those below it, to the program.
  public static void addTo(CommandLine root, Program program) {
    CommandLine migrate = new CommandLine(new MigrateCommand(program));
    root.addSubcommand(migrate);
    migrate.addSubcommand(new MigrateStatusCommand(program));
    migrate.addSubcommand(new MigrateValidateCommand(program));
    migrate.addSubcommand(new MigrateRepairCommand(program));
  }

  /// What was done.
  ///
  /// @param migrations how many were run
  record Migrated(int migrations) {}

  @Override
  public void run() {
    Settings settings = program.settings();
    try (Database database = program.openDatabase(settings)) {
      List<String> late = database.migrations().late();
      int migrations = database.migrations().migrate();
      if (program.options().json()) {
        program.terminal().printJson(new Migrated(migrations));
      }
      program
          .terminal()
          .say(
              migrations == 0
                  ? "The database " + settings.database() + " is up to date."
                  : "Ran " + migrations + " migrations on the database " + settings.database());
      program.sayLate(late);
    }
  }
}
