package org.meetwright.cli.commands.team;

import java.util.List;
import java.util.stream.Collectors;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.screen.Table;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import picocli.CommandLine.Command;

/// `meetwright team list`.
@Command(
    name = "list",
    description = "List the teams, one a line: handle, owner, name and members.",
    footer = {"", "@|bold Example:|@", "  meetwright team list --json"})
public final class TeamListCommand implements Runnable {
  private final Program program;

  /// Creates the command.
  public TeamListCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<TeamView> teams =
          core.teams().list().stream().map(team -> TeamView.of(team, core.hosts())).toList();
      if (program.options().json()) {
        program.terminal().printJson(new TeamView.Listing(teams));
        return;
      }
      program
          .terminal()
          .print(
              new Table(
                  List.of("HANDLE", "OWNER", "NAME", "MEMBERS"),
                  teams.stream().map(TeamListCommand::row).toList()));
      if (teams.isEmpty()) {
        program.terminal().say("There is no team yet; make one: meetwright team add --help");
      }
    }
  }

  private static List<String> row(TeamView team) {
    String members =
        team.members().stream()
            .map(member -> member.handle() + (member.state().equals("member") ? "" : " (invited)"))
            .collect(Collectors.joining(", "));
    return List.of(team.handle(), team.owner(), team.name(), members);
  }
}
