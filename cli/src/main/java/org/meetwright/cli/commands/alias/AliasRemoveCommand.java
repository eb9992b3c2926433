package org.meetwright.cli.commands.alias;

import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.alias.AliasPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright alias remove`.
@Command(
    name = "remove",
    description = "Remove an old address: it leads nowhere from then on.",
    footer = {"", "@|bold Example:|@", "  meetwright alias remove ada-lovelace/30min"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class AliasRemoveCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "PATH", description = "The path, as alias list prints it.")
  private String path;

  /// Creates the command.
  public AliasRemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    AliasPath asked = new AliasPath(path);
    try (Core core = program.open(program.settings())) {
      if (!core.pageAliases().delete(asked)) {
        throw new Failure("There is no old address " + asked + "; see them: meetwright alias list");
      }
    }
    program.terminal().say(asked + " leads nowhere any more.");
  }
}
