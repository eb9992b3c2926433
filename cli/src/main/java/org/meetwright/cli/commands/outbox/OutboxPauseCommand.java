package org.meetwright.cli.commands.outbox;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.outbox.OutboxKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `meetwright outbox pause`.
@Command(name = "pause", description = "Hold back messages of a kind until they are resumed.")
@SuppressWarnings("NullAway.Init") // Picocli makes the mixin.
public final class OutboxPauseCommand implements Runnable {
  private final Program program;

  @Mixin private KindArgument argument;

  /// Creates the command.
  public OutboxPauseCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      OutboxKind<?> kind = argument.kind();
      core.outbox().pause(kind);
      program
          .terminal()
          .say("Paused: " + kind + ". What is due waits; outbox resume " + kind + " goes on.");
    }
  }
}
