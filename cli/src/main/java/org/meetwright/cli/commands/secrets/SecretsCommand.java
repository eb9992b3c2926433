package org.meetwright.cli.commands.secrets;

import org.meetwright.cli.commands.CommandGroup;
import picocli.CommandLine.Command;

/// `meetwright secrets`.
@Command(name = "secrets", description = "Change the key that secrets in the database have.")
public final class SecretsCommand extends CommandGroup {}
