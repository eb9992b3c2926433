package org.meetwright.cli.commands.host;

import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright token create`.
@Command(
    name = "create",
    description = {
      "Make a token for the HTTP API and print it.",
      "It is shown this once. Whoever has it can do what the host can."
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

  /// Creates the command.
  public TokenCreateCommand(Program program) {
    this.program = program;
  }

  /// A token, as the API shows it on creation.
  record Created(String name, String token) {}

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      String token = core.access().createToken(Lookup.host(core, handle).id(), name.value());
      if (program.options().json()) {
        program.terminal().printJson(new Created(name.value(), token));
      } else {
        program.terminal().print(token);
      }
    }
  }
}
