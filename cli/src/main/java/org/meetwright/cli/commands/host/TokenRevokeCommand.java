package org.meetwright.cli.commands.host;

import java.util.UUID;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright token revoke`.
@Command(name = "revoke", description = "Delete a token; it lets nobody in any more.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TokenRevokeCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "HANDLE", description = "Whose token it is.")
  private String handle;

  @Parameters(index = "1", paramLabel = "ID", description = "The token's id.")
  private UUID id;

  /// Creates the command.
  public TokenRevokeCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      if (!core.access().tokens().revoke(Lookup.host(core, handle).id(), id)) {
        throw new Failure(
            "There is no token "
                + id
                + " of "
                + handle
                + "; see which there are: meetwright token list "
                + handle);
      }
      program.terminal().say("Deleted the token " + id + ".");
    }
  }
}
