package org.meetwright.cli.commands.team;

import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Arguments.Name;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import org.meetwright.core.team.Team;
import org.meetwright.core.value.Handle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright team rename`.
@Command(
    name = "rename",
    description = {
      "Give a team another handle, and another name if wanted.",
      "Links with the former handle lead nowhere, and someone else can take it."
    },
    footer = {"", "@|bold Example:|@", "  meetwright team rename sales business --name Business"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamRenameCommand implements Runnable {
  private final Program program;

  @Parameters(index = "0", paramLabel = "TEAM", description = "The team's handle.")
  private String handle;

  @Parameters(index = "1", paramLabel = "NEW", description = "The new handle.")
  private Handle other;

  @Option(names = "--name", paramLabel = "NAME", description = "The name as people read it.")
  private @Nullable Name name;

  /// Creates the command.
  public TeamRenameCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Team team = TeamLookup.team(core.teams(), handle);
      Team renamed =
          core.teams()
              .replace(
                  new Team(
                      team.id(),
                      team.ownerId(),
                      other,
                      name == null ? team.name() : name.value(),
                      team.members()))
              .orElseThrow(() -> new Failure("The team has just been deleted."));
      if (program.options().json()) {
        program.terminal().printJson(TeamView.of(renamed, core.hosts()));
      }
      program.terminal().say("The team " + handle + " is " + other + " now.");
    }
  }
}
