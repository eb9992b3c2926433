package org.meetwright.cli.commands.outbox;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright outbox`.
@Command(
    name = "outbox",
    description = "Look at what is to be delivered: mail, webhooks, the nightly archive.")
public final class OutboxCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new OutboxCommand(),
        new OutboxListCommand(program),
        new OutboxShowCommand(program),
        new OutboxRetryCommand(program),
        new OutboxPauseCommand(program),
        new OutboxResumeCommand(program));
  }
}
