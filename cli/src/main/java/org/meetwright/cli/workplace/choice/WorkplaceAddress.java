package org.meetwright.cli.workplace.choice;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.program.ExitCode;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.GlobalOptions;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.remote.LoginAddress;
import org.meetwright.cli.remote.context.Context;
import org.meetwright.cli.remote.context.ContextFile;
import org.meetwright.cli.remote.context.ContextList;

/// Where a command is to work.
sealed interface WorkplaceAddress {
  /// The database that the settings name.
  record OnDatabase() implements WorkplaceAddress {}

  /// A server.
  record OnServer(URI server, String token) implements WorkplaceAddress {
    /// Leaves the token out.
    @Override
    public String toString() {
      return "OnServer[" + server + "]";
    }
  }

  /// Returns the place: what options say beats what variables say, and that the current context.
  ///
  /// @throws Failure if the server is not known, or nobody is signed in there
  static WorkplaceAddress of(Program program) {
    GlobalOptions options = program.options();
    Map<String, String> environment = program.environment();
    if (options.server() != null || options.context() != null) {
      if (options.namesDatabase() && !Context.DATABASE.equals(options.context())) {
        throw new Failure(
            ExitCode.USAGE,
            "--server and --context name a server, --home, --config and --database-url a database;"
                + " give only one of them.");
      }
      return named(options.server(), options.context(), program);
    }
    if (options.namesDatabase()) {
      return new OnDatabase();
    }
    String server = set(environment, "MEETWRIGHT_SERVER");
    String context = set(environment, "MEETWRIGHT_CONTEXT");
    if (server != null || context != null) {
      return named(server, context, program);
    }
    if (List.of("MEETWRIGHT_HOME", "MEETWRIGHT_CONFIG", "MEETWRIGHT_DATABASE_URL").stream()
        .anyMatch(name -> set(environment, name) != null)) {
      return new OnDatabase();
    }
    return ContextFile.find(environment)
        .read()
        .ofCurrent()
        .<WorkplaceAddress>map(WorkplaceAddress::in)
        .orElse(new OnDatabase());
  }

  private static @Nullable String set(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? null : value;
  }

  private static WorkplaceAddress named(
      @Nullable String server, @Nullable String name, Program program) {
    if (Context.DATABASE.equals(name)) {
      return new OnDatabase();
    }
    ContextList contexts = ContextFile.find(program.environment()).read();
    if (name != null) {
      Context found =
          contexts
              .find(name)
              .orElseThrow(
                  () ->
                      new Failure(
                          ExitCode.NOT_SIGNED_IN,
                          "There is no context "
                              + name
                              + "; see which there are: meetwright context list"));
      if (server != null && !LoginAddress.parse(server).equals(found.server())) {
        throw new Failure(
            ExitCode.USAGE, "The context " + name + " is at " + found.server() + ", not " + server);
      }
      return in(found);
    }
    URI address = LoginAddress.parse(String.valueOf(server));
    List<Context> there = contexts.at(address);
    String token = set(program.environment(), "MEETWRIGHT_TOKEN");
    if (token != null) {
      if (there.stream().noneMatch(Context::allowHttp)) {
        LoginAddress.requireSafe(address);
      }
      return new OnServer(address, token.strip());
    }
    if (there.isEmpty()) {
      throw new Failure(
          ExitCode.NOT_SIGNED_IN,
          "You are not signed in at " + address + "; do so with: meetwright login " + address);
    }
    boolean certain =
        there.size() == 1 || contexts.ofCurrent().filter(there.getFirst()::equals).isPresent();
    if (!certain) {
      throw new Failure(
          ExitCode.USAGE,
          "There are several contexts at "
              + address
              + "; say which with --context: "
              + String.join(", ", there.stream().map(Context::name).toList()));
    }
    return in(there.getFirst());
  }

  private static OnServer in(Context context) {
    if (!context.allowHttp()) {
      LoginAddress.requireSafe(context.server());
    }
    return new OnServer(context.server(), context.token());
  }
}
