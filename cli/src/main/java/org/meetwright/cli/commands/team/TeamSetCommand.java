package org.meetwright.cli.commands.team;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright team set`.
@Command(
    name = "set",
    description = "Change the weight or the priority of a member of a team.",
    footer = {"", "@|bold Example:|@", "  meetwright team set sales bea --weight 2 --priority 10"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamSetCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "TEAM", description = "The team's handle.")
  private String handle;

  @Parameters(index = "1", paramLabel = "HOST", description = "Who is in it or invited.")
  private String host;

  @Option(
      names = "--weight",
      paramLabel = "NUMBER",
      description =
          "The share of round-robin meetings among the weights of all, 0 to 1000; with 0 only when"
              + " nobody else is free.")
  private @Nullable Integer weight;

  @Option(
      names = "--priority",
      paramLabel = "NUMBER",
      description = "The free member with the highest one is met, 0 to 100.")
  private @Nullable Integer priority;

  /// Creates the command.
  public TeamSetCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Team team = TeamLookup.team(core.teams(), handle);
      UUID id = Lookup.host(core.hosts(), host).id();
      TeamMember before = TeamLookup.member(team, id, host);
      TeamMember after =
          new TeamMember(
              id,
              weight == null ? before.weight() : weight,
              priority == null ? before.priority() : priority,
              before.membership());
      List<TeamMember> members =
          team.members().stream().map(member -> member.equals(before) ? after : member).toList();
      Team changed = TeamLookup.with(core.teams(), team, members);
      if (program.options().json()) {
        program.terminal().printJson(TeamView.of(changed, core.hosts()));
      }
      program
          .terminal()
          .say(
              host
                  + " has weight "
                  + after.weight()
                  + " and priority "
                  + after.priority()
                  + " in "
                  + handle
                  + ".");
    }
  }
}
