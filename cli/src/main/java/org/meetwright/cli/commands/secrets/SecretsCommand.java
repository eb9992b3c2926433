package org.meetwright.cli.commands.secrets;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright secrets`.
@Command(name = "secrets", description = "Change the key that secrets in the database have.")
public final class SecretsCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new SecretsCommand(),
        new SecretsRotateCommand(program),
        new SecretsDiscardCommand(program));
  }
}
