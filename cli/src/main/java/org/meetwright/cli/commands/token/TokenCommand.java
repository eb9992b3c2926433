package org.meetwright.cli.commands.token;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright token`.
@Command(name = "token", description = "Make, list and delete tokens for the HTTP API.")
public final class TokenCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new TokenCommand(),
        new TokenCreateCommand(program),
        new TokenListCommand(program),
        new TokenRevokeCommand(program));
  }
}
