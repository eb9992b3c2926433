package org.meetwright.cli.commands.outbox;

import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.outbox.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright outbox pause`.
@Command(name = "pause", description = "Have messages of a kind wait until they are resumed.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class OutboxPauseCommand implements Runnable {
  private final Program program;

  @Parameters(
      paramLabel = "KIND",
      completionCandidates = KindNames.class,
      description = "The kind: ${COMPLETION-CANDIDATES}.")
  private Kind<?> kind;

  /// Creates the command.
  public OutboxPauseCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      core.outbox().pause(kind);
      program
          .terminal()
          .say("Paused: " + kind + ". What is due waits; outbox resume " + kind + " goes on.");
    }
  }
}
