package org.meetwright.cli.commands.tzdata;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright tzdata`.
@Command(name = "tzdata", description = "See what newer time-zone data changes.")
public final class TzdataCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(root, new TzdataCommand(), new TzdataCheckCommand(program));
  }
}
