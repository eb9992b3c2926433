package org.meetwright.cli.commands.team;

import org.meetwright.cli.program.Consent;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.core.Core;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams.Deletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `meetwright team delete`.
@Command(
    name = "delete",
    description = "Delete a team that no event type uses. Meetings that were booked stay.",
    footer = {"", "@|bold Example:|@", "  meetwright team delete sales --yes"})
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamDeleteCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "TEAM", description = "The team's handle.")
  private String handle;

  @Mixin private Consent consent;

  /// Creates the command.
  public TeamDeleteCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      Team team = TeamLookup.team(core.teams(), handle);
      consent.require(
          program, "This deletes the team " + team.handle() + " (" + team.name() + ").");
      switch (core.teams().delete(team.ownerId(), team.id())) {
        case Deletion.Deleted() -> program.terminal().say("Deleted the team " + handle + ".");
        case Deletion.NotFound() -> program.terminal().say("The team was deleted already.");
        case Deletion.InUse(String why) -> throw new Failure(why);
      }
    }
  }
}
