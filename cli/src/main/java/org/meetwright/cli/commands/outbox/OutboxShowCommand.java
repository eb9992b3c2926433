package org.meetwright.cli.commands.outbox;

import java.util.UUID;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.prefix.Findable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright outbox show`.
@Command(name = "show", description = "Show one message, with why its last attempt failed.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class OutboxShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "ID", description = "The message.")
  private IdPrefix given;

  /// Creates the command.
  public OutboxShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      UUID id = Lookup.id(core.database(), given, Findable.MESSAGE);
      OutboxMessageView message =
          core.outbox()
              .find(id)
              .map(OutboxMessageView::of)
              .orElseThrow(() -> new Failure("There is no message " + id + "; see outbox list"));
      if (program.options().json()) {
        program.terminal().printJson(message);
        return;
      }
      program.terminal().print(String.join("  ", message.row()));
      if (message.bookingId() != null) {
        program.terminal().print("booking " + message.bookingId());
      }
      if (message.lastError() != null) {
        program.terminal().print("last error: " + message.lastError());
      }
    }
  }
}
