package org.meetwright.cli.commands.webhook;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.IdPrefix;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.prefix.Findable;
import org.meetwright.core.webhook.delivery.WebhookDeliveries.ReplayOutcome;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright webhook replay`.
@Command(
    name = "replay",
    description = {
      "Send deliveries again, with the same id and bytes, and print how many.",
      "A running server sends them."
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class WebhookReplayCommand implements Runnable {
  private final Program program;

  @ArgGroup(multiplicity = "1")
  private Selection selection;

  /// Creates the command.
  public WebhookReplayCommand(Program program) {
    this.program = program;
  }

  /// One, or all that failed.
  static final class Selection {
    @Option(
        names = "--id",
        paramLabel = "ID",
        required = true,
        description = "One delivery, whatever became of it.")
    private @Nullable IdPrefix id;

    @ArgGroup(exclusive = false)
    private @Nullable Failed failed;
  }

  /// All that failed.
  static final class Failed {
    @Option(
        names = "--failed",
        required = true,
        description = "All that failed, of webhooks that are on.")
    private boolean all;

    @Option(
        names = "--since",
        paramLabel = "TIME",
        description = "Only those last tried then or later (default: all).")
    private @Nullable Instant since;
  }

  /// What was done.
  record Result(int replayed) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      int replayed =
          selection.id == null
              ? failed(core)
              : one(core, Lookup.id(core.database(), selection.id, Findable.WEBHOOK_DELIVERY));
      if (program.options().json()) {
        program.terminal().printJson(new Result(replayed));
      } else {
        program.terminal().print(String.valueOf(replayed));
      }
    }
  }

  private int failed(Core core) {
    Failed failed = selection.failed;
    if (failed == null || !failed.all) {
      return 0;
    }
    Instant since = failed.since == null ? Instant.EPOCH : failed.since;
    return core.webhookDeliveries().replayFailed(since);
  }

  private static int one(Core core, UUID id) {
    return switch (core.webhookDeliveries().replay(id)) {
      case ReplayOutcome.Replayed(_) -> 1;
      case ReplayOutcome.NotFound() ->
          throw new Failure(
              "There is no delivery " + id + "; see them: meetwright webhook deliveries ID");
      case ReplayOutcome.Inactive() ->
          throw new Failure("The webhook is switched off; switch it on over the API first.");
    };
  }
}
