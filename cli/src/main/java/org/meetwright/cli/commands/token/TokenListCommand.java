package org.meetwright.cli.commands.token;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.ShownTimes;
import org.meetwright.core.Core;
import org.meetwright.server.api.access.AccessTranslation;
import org.meetwright.server.api.model.access.ApiToken;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright token list`.
@Command(
    name = "list",
    description =
        "List a host's tokens, one a line: id, scopes, when made, last used (to a few minutes) and"
            + " expiring, and name.")
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TokenListCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "Whose tokens.")
  private String handle;

  /// Creates the command.
  public TokenListCommand(Program program) {
    this.program = program;
  }

  /// Tokens, as the API lists them.
  record Listing(List<ApiToken> tokens) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<ApiToken> tokens =
          core.access().tokens().list(Lookup.host(core.hosts(), handle).id()).stream()
              .map(token -> AccessTranslation.toApi(token, null))
              .toList();
      if (program.options().json()) {
        program.terminal().printJson(new Listing(tokens));
      } else {
        program
            .terminal()
            .print(
                new Table(
                    List.of("ID", "SCOPES", "MADE", "LAST USED", "EXPIRES", "NAME"),
                    tokens.stream().map(TokenListCommand::row).toList()));
      }
    }
  }

  private static List<String> row(ApiToken token) {
    return List.of(
        token.id().toString(),
        String.join(",", token.scopes()),
        told(token.createdAt()),
        told(token.lastUsedAt()),
        told(token.expiresAt()),
        token.name());
  }

  private static String told(@Nullable Instant instant) {
    return instant == null ? "never" : ShownTimes.in(ZoneOffset.UTC, instant);
  }
}
