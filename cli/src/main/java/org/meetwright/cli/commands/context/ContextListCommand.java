package org.meetwright.cli.commands.context;

import java.net.URI;
import java.util.List;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.context.ContextFile;
import org.meetwright.cli.remote.context.ContextList;
import org.meetwright.cli.screen.Table;
import picocli.CommandLine.Command;

/// `meetwright context list`.
@Command(
    name = "list",
    description = "List the contexts: name, handle, server, and * at the current one.",
    footer = {"", "@|bold Example:|@", "  meetwright context list"})
final class ContextListCommand implements Runnable {
  private final Program program;

  ContextListCommand(Program program) {
    this.program = program;
  }

  /// A context without its token.
  private record View(String name, String handle, URI server, boolean current) {}

  private record Views(List<View> contexts) {}

  @Override
  public void run() {
    ContextList all = ContextFile.find(program.environment()).read();
    List<View> views =
        all.contexts().stream()
            .map(
                each ->
                    new View(
                        each.name(),
                        each.handle(),
                        each.server(),
                        each.name().equals(all.current())))
            .toList();
    if (program.options().json()) {
      program.terminal().printJson(new Views(views));
      return;
    }
    program
        .terminal()
        .print(
            new Table(
                List.of("NAME", "HANDLE", "SERVER", "CURRENT"),
                views.stream()
                    .map(
                        each ->
                            List.of(
                                each.name(),
                                each.handle(),
                                each.server().toString(),
                                each.current() ? "*" : "-"))
                    .toList()));
    if (all.ofCurrent().isEmpty()) {
      program.terminal().say("Commands work on the database.");
    }
  }
}
