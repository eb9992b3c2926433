package org.meetwright.cli.commands.team;

import java.util.List;
import java.util.UUID;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import org.meetwright.core.team.Team;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright team remove`.
@Command(
    name = "remove",
    description = "Take hosts out of a team. They keep the meetings that they have.",
    footer = {"", "@|bold Example:|@", "  meetwright team remove sales bea"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamRemoveCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "TEAM", description = "The team's handle.")
  private String handle;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "HOST", description = "Who leaves it.")
  private List<String> hosts;

  /// Creates the command.
  public TeamRemoveCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Team team = TeamLookup.team(core.teams(), handle);
      List<UUID> leaving =
          hosts.stream()
              .map(
                  host ->
                      TeamLookup.member(team, Lookup.host(core.hosts(), host).id(), host).hostId())
              .toList();
      Team changed =
          TeamLookup.with(
              core.teams(),
              team,
              team.members().stream()
                  .filter(member -> !leaving.contains(member.hostId()))
                  .toList());
      if (program.options().json()) {
        program.terminal().printJson(TeamView.of(changed, core.hosts()));
      }
      program.terminal().say(String.join(", ", hosts) + " left the team " + handle + ".");
      if (changed.accepted().isEmpty()) {
        program.terminal().say("Nobody is in it any more: it offers nothing.");
      }
    }
  }
}
