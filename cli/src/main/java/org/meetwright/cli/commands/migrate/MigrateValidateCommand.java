package org.meetwright.cli.commands.migrate;

import java.util.List;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.database.Database;
import picocli.CommandLine.Command;

/// `meetwright migrate validate`.
@Command(
    name = "validate",
    description = {
      "Check that the migrations that were run are those of this program, and print what differs,",
      "one a line. Exit code 1 if anything does. Nothing is changed."
    },
    footer = {"", "@|bold Example:|@", "  meetwright migrate validate"})
public final class MigrateValidateCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public MigrateValidateCommand(Program program) {
    this.program = program;
  }

  /// What differs, as JSON.
  record Report(boolean valid, List<String> differences) {}

  @Override
  public void run() {
    try (Database database = program.openDatabase(program.settings())) {
      List<String> differences = database.migrations().history().differences();
      if (program.options().json()) {
        program.terminal().printJson(new Report(differences.isEmpty(), differences));
      } else {
        differences.forEach(program.terminal()::print);
      }
      if (!differences.isEmpty()) {
        throw new Failure(
            "The history of the database differs from this program's in "
                + differences.size()
                + " migrations. If you know why, and the schema is right: meetwright migrate"
                + " repair. Otherwise restore a backup.");
      }
      program.terminal().say("The history of the database is that of this program.");
    }
  }
}
