package org.meetwright.cli.commands.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.outbox.OutboxKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `meetwright outbox list`.
@Command(
    name = "list",
    description = "List messages, one a line: id, kind, state, when due, attempts, dedupe key.")
public final class OutboxListCommand implements Runnable {
  private final Program program;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      completionCandidates = KindNames.class,
      description = "Only ${COMPLETION-CANDIDATES}.")
  private @Nullable OutboxKind<?> kind;

  @Option(names = "--state", paramLabel = "STATE", description = "Only ${COMPLETION-CANDIDATES}.")
  private @Nullable State state;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "100",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  /// Creates the command.
  public OutboxListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<OutboxMessageView> messages =
          core.outbox().list(kind, state == null ? null : state.name(), Math.max(1, limit)).stream()
              .map(OutboxMessageView::of)
              .toList();
      if (program.options().json()) {
        program.terminal().printJson(new OutboxMessageView.Listing(messages));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("ID", "KIND", "STATE", "DUE", "ATTEMPTS", "KEY"),
                    messages.stream().map(OutboxMessageView::row).toList()));
      }
      core.outbox()
          .paused()
          .forEach(paused -> program.terminal().say("Paused: " + paused + "; see outbox resume"));
    }
  }
}
