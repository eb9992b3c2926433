package org.meetwright.cli.commands.session;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.core.Core;
import org.meetwright.core.access.Sessions.HostSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright session list`.
@Command(
    name = "list",
    description = {
      "List sessions, one a line: id, host, begun, last used, with what.",
      "What ends a session by itself is 30 days."
    },
    footer = {"", "@|bold Example:|@", "  meetwright session list ada"})
public final class SessionListCommand implements Runnable {
  private final Program program;

  @Parameters(arity = "0..1", paramLabel = "HOST", description = "Only this host's.")
  private @Nullable String handle;

  @Option(
      names = "--limit",
      paramLabel = "NUMBER",
      defaultValue = "1000",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  private int limit;

  /// Creates the command.
  public SessionListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<SessionView> sessions = found(core).stream().map(SessionView::of).toList();
      if (program.options().json()) {
        program.terminal().printJson(new SessionView.Listing(sessions));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("ID", "HOST", "BEGUN", "LAST USED", "WITH"),
                  sessions.stream().map(SessionListCommand::row).toList()));
      if (sessions.size() == limit) {
        program.terminal().say("These are the first " + limit + "; --limit shows more.");
      }
    }
  }

  private List<HostSession> found(Core core) {
    if (handle == null) {
      return core.access().sessions().list(Math.max(1, limit));
    }
    return core.access().sessions().list(Lookup.host(core.hosts(), handle).id()).stream()
        .limit(Math.max(1, limit))
        .map(session -> new HostSession(handle, session))
        .toList();
  }

  /// The first characters of an id are enough to end the session.
  private static List<String> row(SessionView session) {
    return List.of(
        session.id().toString(),
        session.host(),
        minutes(session.createdAt()),
        session.lastUsedAt() == null ? "never" : minutes(session.lastUsedAt()),
        session.begunWith());
  }

  private static String minutes(Instant at) {
    return at.truncatedTo(ChronoUnit.MINUTES).toString().replace(":00Z", "Z");
  }
}
