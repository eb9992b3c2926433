package org.meetwright.cli.commands.data;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright archive`.
@Command(
    name = "archive",
    description = {
      "Move meetings that ended long ago to the archive, and back.",
      "The server does this itself, every night."
    })
public final class ArchiveCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new ArchiveCommand(),
        new ArchiveRunCommand(program),
        new ArchiveRestoreCommand(program),
        new ArchiveVerifyCommand(program));
  }
}
