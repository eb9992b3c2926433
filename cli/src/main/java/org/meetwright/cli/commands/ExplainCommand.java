package org.meetwright.cli.commands;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.TimeArguments;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.program.Terminal;
import org.meetwright.cli.workplace.Workplace;
import org.meetwright.cli.workplace.choice.Workplaces;
import org.meetwright.server.api.model.explain.ApiExplanation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `meetwright explain`.
@Command(
    name = "explain",
    description = {
      "Say why a time cannot be booked, a reason a line: code, message, what is behind it.",
      "A time that can be booked has no reasons."
    },
    footer = {"", "@|bold Example:|@", "  meetwright explain ada/intro 2026-03-09T13:00:00Z"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class ExplainCommand implements Runnable {
  private final Program program;

  @Spec private CommandSpec spec;

  @Mixin private TimeArguments time;

  @Option(
      names = "--duration",
      paramLabel = "MINUTES",
      description = "How long the meeting is to be, if several lengths are offered.")
  private @Nullable Integer duration;

  /// Creates the command.
  public ExplainCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Workplace work = Workplaces.open(program, spec, time.address())) {
      print(work.publicBooking().explain(work.whole(time.address()), time.start(), duration));
    }
  }

  private void print(ApiExplanation view) {
    if (program.options().json()) {
      program.terminal().printJson(view);
      return;
    }
    Columns.align(view.reasons().stream().map(ExplainCommand::row).toList())
        .forEach(program.terminal()::print);
    if (view.offered()) {
      program
          .terminal()
          .say(time.address() + " is offered at " + time.start() + ": no rule is against it.");
    }
  }

  private static List<String> row(ApiExplanation.ApiReason reason) {
    return List.of(reason.code(), reason.message(), Terminal.json(reason.detail()));
  }
}
