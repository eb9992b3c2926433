package org.meetwright.cli.commands.context;

import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.context.ContextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright context remove`.
@Command(
    name = "remove",
    description = {
      "Forget a context and its token here, without asking the server.",
      "The token still works; to delete it there too: meetwright logout NAME"
    },
    footer = {"", "@|bold Example:|@", "  meetwright context remove work"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ContextRemoveCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "NAME", description = "The name in context list.")
  private String name;

  ContextRemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    ContextFile file = ContextFile.find(program.environment());
    file.change(contexts -> contexts.without(ContextLookup.find(contexts, name).name()));
    program.terminal().say("Forgot the context " + name + ".");
  }
}
