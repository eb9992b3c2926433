package org.meetwright.cli.commands.outbox;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.outbox.OutboxKind;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright outbox retry`.
@Command(
    name = "retry",
    description = {
      "Deliver a message again, or all parked ones, and print how many.",
      "The server does it, at once if it runs."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class OutboxRetryCommand implements Runnable {
  private final Program program;

  @ArgGroup(multiplicity = "1")
  private Selection selection;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      completionCandidates = KindNames.class,
      description = "With --parked: only of this kind.")
  private @Nullable OutboxKind<?> kind;

  /// Creates the command.
  public OutboxRetryCommand(Program program) {
    this.program = program;
  }

  /// One, or all that are parked.
  static final class Selection {
    @Parameters(paramLabel = "ID", description = "The message.")
    private @Nullable IdPrefix id;

    @SuppressWarnings("UnusedVariable") // Without an id it is what remains.
    @Option(names = "--parked", description = "All that are parked.")
    private boolean parked;
  }

  /// How many.
  record Retried(int messages) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id =
          selection.id == null ? null : Lookup.id(core.database(), selection.id, Findable.MESSAGE);
      int messages = 1;
      if (id == null) {
        messages = core.outbox().retryParked(kind);
      } else if (!core.outbox().retry(id)) {
        throw new Failure(
            "There is no message " + id + ", or it is being delivered now; see outbox list");
      }
      if (program.options().json()) {
        program.terminal().printJson(new Retried(messages));
      } else {
        program.terminal().print(String.valueOf(messages));
      }
    }
  }
}
