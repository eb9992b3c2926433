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
