package org.meetwright.cli.commands.backup;

import java.nio.file.Path;
import org.meetwright.cli.program.Program;
import org.meetwright.core.backup.Backup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright backup verify`.
@Command(
    name = "verify",
    description = {
      "Read a backup to its end and check that nothing is missing or changed.",
      "Prints a line a table: its name and how many rows. No database is needed."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright backup verify /var/backups/meetwright/meetwright-20260302T030000Z.backup"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class BackupVerifyCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
  private Path file;

  @Mixin private Passphrase passphrase;

  BackupVerifyCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    BackupView view = BackupView.of(file, Backup.verify(file, () -> passphrase.existing(program)));
    view.print(program);
    program.terminal().say("It is whole: " + view.amount() + ".");
  }
}
