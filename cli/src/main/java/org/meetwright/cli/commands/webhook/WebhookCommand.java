package org.meetwright.cli.commands.webhook;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright webhook`.
@Command(
    name = "webhook",
    description = {
      "Notify programs of what happens to bookings.",
      "A webhook is an address to which the server sends every event of a host's bookings."
    })
public final class WebhookCommand extends CommandGroup {
  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new WebhookCommand(),
        new WebhookAddCommand(program),
        new WebhookListCommand(program),
        new WebhookRemoveCommand(program),
        new WebhookTestCommand(program),
        new WebhookDeliveriesCommand(program),
        new WebhookReplayCommand(program));
  }
}
