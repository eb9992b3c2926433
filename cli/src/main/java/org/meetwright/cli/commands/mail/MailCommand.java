package org.meetwright.cli.commands.mail;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright mail`.
@Command(
    name = "mail",
    description = "Try whether mail can be sent, see what was sent, and send it again.")
public final class MailCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new MailCommand(),
        new MailTestCommand(program),
        new MailListCommand(program),
        new MailResendCommand(program));
  }
}
