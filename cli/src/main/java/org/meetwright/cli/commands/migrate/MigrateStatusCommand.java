package org.meetwright.cli.commands.migrate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.database.Database;
import org.meetwright.core.database.migration.MigrationStep;
import org.meetwright.core.database.migration.MigrationStep.State;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright migrate status`.
@Command(
    name = "status",
    description = {
      "Show the version of the database, and the migrations that are still to be run, one a line:",
      "version, state, when it was run, what it does. Nothing is changed."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright migrate status",
      "  meetwright migrate status --all --json"
    })
public final class MigrateStatusCommand implements Runnable {
  private final Program program;

  @Option(names = "--all", description = "Those that were run, too.")
  private boolean all;

  /// Creates the command.
  public MigrateStatusCommand(Program program) {
    this.program = program;
  }

  /// A migration, as JSON.
  record View(
      @Nullable String version, String description, String state, @Nullable String installedAt) {
    private static View of(MigrationStep step) {
      return new View(
          step.version(),
          step.description(),
          step.state().name().toLowerCase(Locale.ROOT),
          step.at() == null ? null : step.at().toString());
    }

    private List<String> row() {
      return List.of(
          version == null ? "-" : version,
          state,
          installedAt == null ? "-" : installedAt,
          description);
    }
  }

  /// Where the database stands, as JSON.
  ///
  /// @param version of the database; null if it is empty
  /// @param needed the version that this program works with
  record Report(@Nullable String version, String needed, long pending, List<View> migrations) {}

  @Override
  public void run() {
    try (Database database = program.openDatabase(program.settings())) {
      List<MigrationStep> steps = database.migrations().history().steps();
      String needed = database.migrations().history().needed();
      String version = version(steps);
      long pending = steps.stream().filter(step -> step.state() == State.PENDING).count();
      List<View> shown =
          steps.stream().filter(step -> all || step.state() != State.DONE).map(View::of).toList();
      if (program.options().json()) {
        program.terminal().printJson(new Report(version, needed, pending, shown));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("VERSION", "STATE", "RUN AT", "WHAT"),
                  shown.stream().map(View::row).toList()));
      program.terminal().say(told(version, needed, pending));
    }
  }

  private static @Nullable String version(List<MigrationStep> steps) {
    return steps.stream()
        .filter(step -> step.state() == State.DONE || step.state() == State.NEWER)
        .map(MigrationStep::version)
        .filter(version -> version != null)
        .reduce(null, (earlier, later) -> later);
  }

  private static String told(@Nullable String version, String needed, long pending) {
    if (version == null) {
      return "The database is empty; meetwright migrate, or any other command, fills it.";
    }
    return pending == 0
        ? "The database has version " + version + "; no migration is pending."
        : "The database has version "
            + version
            + ", this program needs "
            + needed
            + ": back the database up, then run: meetwright migrate";
  }
}
