package org.meetwright.cli.commands.session;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.access.Sessions;
import org.meetwright.core.access.Sessions.HostSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright session end`.
@Command(
    name = "end",
    description = {
      "End sessions; their users have to sign in again.",
      "Tokens are no sessions: see token revoke."
    },
    footer = {
      "",
      "@|bold Examples:|@",
      "  meetwright session end 01a21b0f",
      "  meetwright session end --host ada",
      "  meetwright session end --all --yes"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class SessionEndCommand implements Runnable {
  private final Program program;

  @ArgGroup(multiplicity = "1")
  private Which which;

  @Mixin private Consent consent;

  /// Which sessions are meant.
  private static final class Which {
    @Parameters(
        arity = "0..1",
        paramLabel = "ID",
        description = "The session's id, or how it begins.")
    private @Nullable String id;

    @Option(names = "--host", paramLabel = "HOST", description = "All sessions of this host.")
    private @Nullable String host;

    @Option(names = "--all", description = "All sessions of all hosts.")
    private boolean all;
  }

  /// Creates the command.
  public SessionEndCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    if (which.all) {
      consent.require(program, "This ends the sessions of all hosts.");
    }
    try (Core core = program.open(program.settings())) {
      Sessions sessions = core.access().sessions();
      String id = which.id;
      if (id != null) {
        HostSession found = one(sessions, id);
        sessions.end(found.session().id());
        tell(1, " session of " + found.handle());
      } else if (which.host != null) {
        tell(
            sessions.endAll(Lookup.host(core.hosts(), which.host).id()),
            " sessions of " + which.host);
      } else {
        tell(sessions.endEveryones(), " sessions");
      }
    }
  }

  private void tell(int ended, String what) {
    if (program.options().json()) {
      program.terminal().printJson(new Ended(ended));
    }
    program.terminal().say("Ended " + ended + what + ".");
  }

  /// How many have ended.
  record Ended(int sessions) {}

  private static HostSession one(Sessions sessions, String asked) {
    String prefix = asked.strip().toLowerCase(Locale.ROOT);
    List<HostSession> found =
        prefix.matches("[0-9a-f-]{4,36}") ? sessions.beginning(prefix) : List.of();
    if (found.size() > 1) {
      throw new Failure("Several sessions begin with " + prefix + "; give more of the id.");
    }
    return found.stream()
        .findFirst()
        .orElseThrow(
            () ->
                new Failure(
                    "There is no session "
                        + asked
                        + "; see which there are: meetwright session list"));
  }
}
