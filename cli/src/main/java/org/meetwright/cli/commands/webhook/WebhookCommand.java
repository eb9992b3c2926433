package org.meetwright.cli.commands.webhook;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright webhook`.
@Command(
    name = "webhook",
    description = {
      "Let programs know what becomes of bookings.",
      "A webhook is an address to which the server sends every event of a host's bookings."
    })
public final class WebhookCommand extends CommandGroup {}
