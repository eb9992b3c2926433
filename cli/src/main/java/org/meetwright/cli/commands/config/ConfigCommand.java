package org.meetwright.cli.commands.config;

import org.meetwright.cli.commands.CommandGroup;
import org.meetwright.cli.program.Program;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// `meetwright config`.
@Command(name = "config", description = "Show and check the settings.")
public final class ConfigCommand extends CommandGroup {
  /// The version of the names of settings: it is raised when one is renamed or removed.
  static final int SCHEMA_VERSION = 1;

  /// Adds the group with its commands to the program.
  public static void addTo(CommandLine root, Program program) {
    add(
        root,
        new ConfigCommand(),
        new ConfigShowCommand(program),
        new ConfigValidateCommand(program));
  }
}
