package org.meetwright.cli.commands.token;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.ApiTokens.Created;
import org.meetwright.core.access.ApiTokens.NewToken;
import org.meetwright.core.access.Scope;
import org.meetwright.server.api.access.AccessTranslation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright token create`.
@Command(
    name = "create",
    description = {
      "Make a token for the HTTP API and print it.",
      "It is shown this once. Whoever has it can do what the host can, unless --scope says less."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  curl -H \"Authorization: Bearer $(meetwright token create ada)\" \\",
      "    http://127.0.0.1:8080/api/v1/me"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TokenCreateCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "Whose token it is.")
  private String handle;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "command line",
      description = "What it is for (default: ${DEFAULT-VALUE}).")
  private Name name;

  @Option(
      names = "--scope",
      paramLabel = "SCOPE",
      split = ",",
      description =
          "What it may be used for: read, or write, which includes read (default: write).")
  private @Nullable List<Scope> scopes;

  @Option(
      names = "--expires",
      paramLabel = "TIME",
      description = "Until when it works (default: for ever).")
  private @Nullable Instant expiresAt;

  /// Creates the command.
  public TokenCreateCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    NewToken order =
        new NewToken(name.value(), scopes == null ? Scope.ALL : Set.copyOf(scopes), expiresAt);
    try (Core core = program.open(program.settings())) {
      Created created =
          core.access().tokens().create(Lookup.host(core.hosts(), handle).id(), order);
      if (program.options().json()) {
        program.terminal().printJson(AccessTranslation.toApi(created.token(), created.secret()));
      } else {
        program.terminal().print(created.secret());
      }
    }
  }
}
