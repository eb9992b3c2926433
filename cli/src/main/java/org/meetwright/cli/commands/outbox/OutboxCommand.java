package org.meetwright.cli.commands.outbox;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright outbox`.
@Command(
    name = "outbox",
    description = "Look at what is to be delivered: mail, webhooks, the nightly archive.")
public final class OutboxCommand extends CommandGroup {}
