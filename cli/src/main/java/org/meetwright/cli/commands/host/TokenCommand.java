package org.meetwright.cli.commands.host;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright token`.
@Command(name = "token", description = "Make, list and delete tokens for the HTTP API.")
public final class TokenCommand extends CommandGroup {}
