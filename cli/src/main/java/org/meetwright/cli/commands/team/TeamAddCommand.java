package org.meetwright.cli.commands.team;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetwright.cli.arguments.Lookup;
import org.meetwright.cli.program.Failure;
import org.meetwright.cli.program.Program;
import org.meetwright.cli.views.TeamView;
import org.meetwright.core.Core;
import org.meetwright.core.host.Host;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.TeamMember;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.Ids;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `meetwright team add`.
@Command(
    name = "add",
    description = {
      "Make a team, or add hosts to an existing one.",
      "Whoever is named is a member at once, without being asked."
    },
    footer = {
      "",
      "@|bold Example:|@",
      "  meetwright team add sales --name Sales --owner ada --member bea"
    })
@SuppressWarnings("NullAway.Init") // Picocli sets what is required.
public final class TeamAddCommand implements Runnable {
  private final Program program;

  @Parameters(paramLabel = "HANDLE", description = "The team's name in addresses.")
  private Handle handle;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Its name as people read it (default: the handle).")
  private @Nullable String name;

  @Option(
      names = "--owner",
      paramLabel = "HOST",
      description = "The host who may change it; required for a new team.")
  private @Nullable String owner;

  @Option(
      names = "--member",
      paramLabel = "HOST",
      description = "A host who is met in it; several times for several.")
  private List<String> members = List.of();

  /// Creates the command.
  public TeamAddCommand(Program program) {
    this.program = program;
  }

  @Override
  public void run() {
    try (Core core = program.open(program.settings())) {
      List<TeamMember> named =
          members.stream()
              .map(member -> Lookup.host(core.hosts(), member).id())
              .distinct()
              .map(id -> new TeamMember(id, TeamMember.DEFAULT_WEIGHT, 0))
              .toList();
      Team team =
          core.teams()
              .find(handle.value())
              .map(old -> core.teams().replace(more(core, old, named)).orElseThrow())
              .orElseGet(() -> core.teams().add(made(core, named)));
      report(core, team);
    }
  }

  private Team made(Core core, List<TeamMember> named) {
    if (owner == null) {
      throw new Failure(
          "There is no team \"" + handle + "\" yet; name who is to own it: --owner HOST");
    }
    UUID ownerId = Lookup.host(core.hosts(), owner).id();
    return new Team(Ids.next(), ownerId, handle, name == null ? handle.value() : name, named);
  }

  private Team more(Core core, Team old, List<TeamMember> named) {
    if (owner != null && !Lookup.host(core.hosts(), owner).id().equals(old.ownerId())) {
      throw new Failure(
          "The team \"" + handle + "\" is another host's; leave --owner out to add members.");
    }
    List<UUID> ids = named.stream().map(TeamMember::hostId).toList();
    List<TeamMember> all =
        new ArrayList<>(
            old.members().stream()
                .map(
                    member ->
                        ids.contains(member.hostId())
                            ? new TeamMember(member.hostId(), member.weight(), member.priority())
                            : member)
                .toList());
    List<UUID> known = old.members().stream().map(TeamMember::hostId).toList();
    named.stream().filter(member -> !known.contains(member.hostId())).forEach(all::add);
    return new Team(old.id(), old.ownerId(), old.handle(), name == null ? old.name() : name, all);
  }

  private void report(Core core, Team team) {
    if (program.options().json()) {
      program.terminal().printJson(TeamView.of(team, core.hosts()));
    }
    String who =
        team.accepted().stream()
            .flatMap(member -> core.hosts().find(member.hostId()).stream())
            .map(Host::handle)
            .map(Handle::value)
            .collect(Collectors.joining(", "));
    program
        .terminal()
        .say("The team " + team.handle() + " has " + (who.isEmpty() ? "no members" : who) + ".");
  }
}
