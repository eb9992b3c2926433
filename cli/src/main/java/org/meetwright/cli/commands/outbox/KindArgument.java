package org.meetwright.cli.commands.outbox;

import org.meetwright.core.outbox.OutboxKind;
import picocli.CommandLine.Parameters;

/// The argument that names a kind of messages.
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
final class KindArgument {
  @Parameters(
      paramLabel = "KIND",
      completionCandidates = KindNames.class,
      description = "The kind: ${COMPLETION-CANDIDATES}.")
  private OutboxKind<?> kind;

  KindArgument() {}

  OutboxKind<?> kind() {
    return kind;
  }
}
