package org.meetwright.cli.commands.context;

import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.context.Context;
import org.meetwright.cli.remote.context.ContextFile;
import org.meetwright.server.client.ApiClient;
import org.meetwright.server.client.call.ApiException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright logout`.
@Command(
    name = "logout",
    description = {
      "Sign out: delete the token that login made, on the server and here.",
      "A token that was given to login is only forgotten here."
    },
    footer = {"", "@|bold Example:|@", "  meetwright logout work"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class LogoutCommand implements Runnable {
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;

  private final Program program;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "Which context (default: the current one).")
  private @Nullable String name;

  /// Creates the command.
  public LogoutCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    ContextFile file = ContextFile.find(program.environment());
    Context context = ContextLookup.find(file.read(), name);
    deleteToken(context);
    file.change(contexts -> contexts.without(context.name()));
    program
        .terminal()
        .say(
            "Signed out of "
                + context.server()
                + (context.tokenId() == null
                    ? "; the token that you gave still works until you delete it where you made it."
                    : "."));
  }

  private static void deleteToken(Context context) {
    if (context.tokenId() == null) {
      return;
    }
    try (ApiClient client = new ApiClient(context.server(), context.token())) {
      client.access().deleteToken(context.tokenId());
    } catch (ApiException refused) {
      if (refused.status() != UNAUTHORIZED && refused.status() != NOT_FOUND) {
        throw new Failure(
            "The token was not deleted: "
                + refused.detail()
                + " To forget it here only: meetwright context remove "
                + context.name(),
            refused);
      }
    }
  }
}
