package org.meetwright.cli.commands.host;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright host`.
@Command(name = "host", description = "Add and list hosts, who can be met, and help them in.")
public final class HostCommand extends CommandGroup {}
