package org.meetwright.cli.commands.migrate;

import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Program;
import org.meetwright.core.database.Database;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright migrate repair`.
@Command(
    name = "repair",
    description = {
      "Have the history of migrations forget those that failed, and take the checksums of this",
      "program. The schema itself is not changed: put that right first, with a backup at hand."
    },
    footer = {"", "@|bold Example:|@", "  meetwright migrate repair --yes"})
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class MigrateRepairCommand implements Runnable {
  private final Program program;

  @Mixin private Consent consent;

  /// Creates the command.
  public MigrateRepairCommand(Program program) {
    this.program = program;
  }

  /// What was done, as JSON.
  ///
  /// @param changed how many lines of the history
  record Repaired(int changed) {}

  @Override
  public void run() {
    consent.require(program, "This rewrites the history of migrations.");
    try (Database database = program.openDatabase(program.settings())) {
      database.migrations().state();
      int changed = database.migrations().history().repair();
      if (program.options().json()) {
        program.terminal().printJson(new Repaired(changed));
      }
      program.terminal().say("Changed " + changed + " lines of the history of migrations.");
    }
  }
}
