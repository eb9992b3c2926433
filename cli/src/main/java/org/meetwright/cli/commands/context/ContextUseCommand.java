package org.meetwright.cli.commands.context;

import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.context.Context;
import org.meetwright.cli.remote.context.ContextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright context use`.
@Command(
    name = "use",
    description = "Have the commands of hosts work in a context, or on the database: database.",
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright context use work",
      "  meetwright context use database"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class ContextUseCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "NAME", description = "The name in context list, or database.")
  private String name;

  ContextUseCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    ContextFile file = ContextFile.find(program.environment());
    if (name.equals(Context.DATABASE)) {
      file.change(contexts -> contexts.using(null));
      program.terminal().say("Commands work on the database now.");
      return;
    }
    file.change(contexts -> contexts.using(ContextLookup.find(contexts, name).name()));
    Context used = ContextLookup.find(file.read(), name);
    program.terminal().say("Commands work at " + used.server() + " as " + used.handle() + " now.");
  }
}
