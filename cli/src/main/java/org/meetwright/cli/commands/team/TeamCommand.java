package org.meetwright.cli.commands.team;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright team`.
@Command(name = "team", description = "Make teams, put hosts into them, and list them.")
public final class TeamCommand extends CommandGroup {}
