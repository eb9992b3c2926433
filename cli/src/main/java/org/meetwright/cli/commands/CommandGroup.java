package org.meetwright.cli.commands;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// A command that only holds others.
public abstract class CommandGroup implements Runnable {
  @Spec private CommandSpec spec;

  /// Creates the command.
  @SuppressWarnings("NullAway.Init") // Picocli sets the spec.
  protected CommandGroup() {}

  /// Adds a group with its commands. The group is added first: global options are handed down when
  /// a command is added.
  protected static void add(CommandLine root, CommandGroup group, Object... commands) {
    CommandLine added = new CommandLine(group);
    root.addSubcommand(added);
    for (Object command : commands) {
      added.addSubcommand(command);
    }
  }

  @Override
  public void run() {
    CommandLine commandLine = spec.commandLine();
    throw new ParameterException(
        commandLine,
        "Say what to do: "
            + spec.qualifiedName()
            + " "
            + String.join(" or ", commandLine.getSubcommands().keySet()));
  }
}
