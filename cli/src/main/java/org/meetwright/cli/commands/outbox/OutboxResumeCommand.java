package org.meetwright.cli.commands.outbox;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.outbox.OutboxKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright outbox resume`.
@Command(name = "resume", description = "Deliver messages of a paused kind again.")
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class OutboxResumeCommand implements Runnable {
  private final Program program;

  @Mixin private KindArgument argument;

  /// Creates the command.
  public OutboxResumeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      OutboxKind<?> kind = argument.kind();
      boolean paused = core.outbox().resume(kind);
      program.terminal().say(paused ? "Resumed: " + kind + "." : "Was not paused: " + kind + ".");
    }
  }
}
