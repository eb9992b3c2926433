package org.meetwright.cli.commands.backup;

import java.nio.file.Path;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Progress;
import org.meetwright.core.backup.BackupReport;
import org.meetwright.core.backup.Restore;
import org.meetwright.server.settings.Settings;
import org.meetwright.server.settings.source.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright restore`.
@Command(
    name = "restore",
    description = {
      "Fill an empty database from a backup: an H2 file or PostgreSQL, whichever it came from.",
      "The whole file is checked first. If this is interrupted, run it again. Prints a line a"
          + " table:",
      "its name and how many rows."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright restore meetwright.backup --home /var/lib/meetwright-new",
      "  meetwright restore meetwright.backup \\",
      "    --database-url jdbc:postgresql://localhost/meetwright",
      "",
      "What was to be sent when the backup was made is sent by the restored server: end the old"
          + " one."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class RestoreCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Mixin private Passphrase passphrase;

  @Option(
      names = "--without-keys",
      description =
          "Restore although the key of the secrets is lost; then run: meetwright secrets discard")
  private boolean withoutKeys;

  RestoreCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    Settings settings = program.settings();
    BackupReport report;
    DataDirectory.create(program.home());
    try (Progress progress = program.terminal().progress("rows", 0)) {
      long[] rows = {0};
      report =
          new Restore(file, () -> passphrase.existing(program))
              .into(
                  settings.database(),
                  withoutKeys,
                  table -> progress.show(rows[0] += table.rows()));
    }
    BackupView view = BackupView.of(file, report);
    view.print(program);
    program
        .terminal()
        .say("Restored and compared " + view.amount() + ", in " + settings.database() + ".");
  }
}
