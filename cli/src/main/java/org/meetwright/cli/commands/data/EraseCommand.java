package org.meetwright.cli.commands.data;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright erase`.
@Command(
    name = "erase",
    description = {
      "Erase a person for good: names, e-mail addresses, answers, notes and reasons.",
      "That there was a meeting, of what kind and when, stays for the statistics."
    })
public final class EraseCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(root, new EraseCommand(), new EraseInviteeCommand(program), new EraseHostCommand(program));
  }
}
