package org.meetwright.cli.commands.context;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.LoginAddress;
import org.meetwright.cli.remote.context.Context;
import org.meetwright.cli.remote.context.ContextFile;
import org.meetwright.server.api.model.access.ApiToken;
import org.meetwright.server.api.model.access.TokenRequest;
import org.meetwright.server.client.ApiClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright login`.
@Command(
    name = "login",
    description = {
      "Sign in to a server: agenda, slots, explain, book, booking, event-type, schedule and link"
          + " work there from then on.",
      "An API token is made and kept in a file that only you can read; the password is not."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright login https://meet.example.org --email ada@example.org",
      "  meetwright login https://meet.example.org --token-file token.txt --name work"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class LoginCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "URL", description = "The server, like https://meet.example.org.")
  private String url;

  @Option(names = "--email", paramLabel = "EMAIL", description = "Your e-mail address there.")
  private @Nullable String email;

  @Option(
      names = "--password-file",
      paramLabel = "FILE",
      description =
          "A file with your password, and on a second line a code if your account asks for one;"
              + " - for standard input. Without it you are asked.")
  private @Nullable Path passwordFile;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "A file with an API token instead of a password; - for standard input.")
  private @Nullable Path tokenFile;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "What to call it in context list (default: HANDLE@HOST).")
  private @Nullable String name;

  @Option(
      names = "--token-name",
      paramLabel = "NAME",
      defaultValue = "meetwright command line",
      description = "What the token is called on the server (default: ${DEFAULT-VALUE}).")
  private String tokenName;

  @Option(names = "--expires", paramLabel = "TIME", description = "Until when the token works.")
  private @Nullable Instant expiresAt;

  @Option(names = "--read-only", description = "Make a token that may only look.")
  private boolean readOnly;

  @Option(
      names = "--allow-http",
      description = "Send password and token in plain HTTP, in a network that you trust.")
  private boolean allowHttp;

  /// Creates the command.
  public LoginCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    URI server = LoginAddress.parse(url);
    if (!allowHttp) {
      LoginAddress.requireSafe(server);
    }
    ContextFile file = ContextFile.find(program.environment());
    // Before a token is made that could not be kept.
    file.change(contexts -> contexts);
    ApiToken made = tokenFile == null ? signIn(server) : null;
    UUID tokenId = made == null ? null : made.id();
    String token = made == null ? fromFile() : String.valueOf(made.token());
    String handle = handle(server, token);
    String called = name == null ? handle + "@" + server.getAuthority() : name;
    Context context = new Context(called, server, handle, token, tokenId, allowHttp);
    file.change(contexts -> contexts.with(context));
    program
        .terminal()
        .say(
            "Signed in to "
                + server
                + " as "
                + handle
                + ". Commands of hosts work there now; for the database again: meetwright context"
                + " use "
                + Context.DATABASE);
  }

  private ApiToken signIn(URI server) {
    List<String> given =
        passwordFile == null ? List.of() : PasswordSignIn.lines(passwordFile, program.terminal());
    return new PasswordSignIn(program.terminal(), server, given)
        .token(email, new TokenRequest(tokenName, readOnly ? List.of("read") : null, expiresAt));
  }

  private String fromFile() {
    Path file = tokenFile;
    String token = file == null ? "" : PasswordSignIn.lines(file, program.terminal()).getFirst();
    // What stands in a header: anything else is no token.
    if (!token.matches("[!-~]{1,500}")) {
      throw new Failure("The first line of " + file + " must be an API token.");
    }
    return token;
  }

  private static String handle(URI server, String token) {
    try (ApiClient client = new ApiClient(server, token)) {
      return client.account().getMe().handle();
    }
  }
}
