package org.meetwright.cli.commands.sms;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright sms`.
@Command(name = "sms", description = "Try whether SMS can be sent.")
public final class SmsCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(root, new SmsCommand(), new SmsTestCommand(program));
  }
}
