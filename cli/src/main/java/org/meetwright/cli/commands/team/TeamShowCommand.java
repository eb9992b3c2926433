package org.meetwright.cli.commands.team;

import java.util.List;
import org.meetwright.cli.program.Columns;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import org.meetwright.core.eventtype.EventType;
import org.meetwright.core.team.Team;
import org.meetwright.server.api.model.team.ApiTeam;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `meetwright team show`.
@Command(
    name = "show",
    description = {
      "Show a team: its owner, its event types, and its members with weight and priority.",
      "Of the members who are free, those with the highest priority are met, each as often as his"
          + " weight says."
    },
    footer = {"", "@|bold Example:|@", "  meetwright team show sales"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamShowCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "TEAM", description = "The team's handle.")
  private String handle;

  /// Creates the command.
  public TeamShowCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Team team = TeamLookup.team(core.teams(), handle);
      TeamView view = TeamView.of(team, core.hosts());
      if (program.options().json()) {
        program.terminal().printJson(view);
        return;
      }
      program.terminal().print(view.handle() + ", " + view.name() + ", owned by " + view.owner());
      program.terminal().print("event types: " + eventTypes(core, team));
      Columns.align(view.members().stream().map(TeamShowCommand::row).toList())
          .forEach(program.terminal()::print);
    }
  }

  private static String eventTypes(Core core, Team team) {
    List<String> slugs =
        core.eventTypes().listOnPage(team.id()).stream().map(EventType::slug).toList();
    return slugs.isEmpty() ? "none" : String.join(", ", slugs);
  }

  private static List<String> row(ApiTeam.Member member) {
    return List.of(
        member.handle(),
        "weight " + member.weight(),
        "priority " + member.priority(),
        member.state());
  }
}
