package org.meetwright.server.api.eventtype;

import static org.meetwright.core.value.InvalidValueException.shown;

import java.util.UUID;
import org.meetwright.core.eventtype.Assignment;
import org.meetwright.core.team.Team;
import org.meetwright.core.team.Teams;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.server.api.exchange.Fields;
import org.meetwright.server.api.model.eventtype.ApiEventType;

/// Translates assignments of event types to and from the API. Teams are named by their handles.
public final class Assignments {
  private final Teams teams;

  /// Creates the reader and writer.
  public Assignments(Teams teams) {
    this.teams = teams;
  }

  ApiEventType.Assignment told(Assignment assignment) {
    UUID teamId = assignment.teamId();
    return new ApiEventType.Assignment(
        assignment.word(),
        teamId == null
            ? null
            : teams.find(teamId).map(team -> team.handle().value()).orElse(teamId.toString()));
  }

  /// Reads the field `assignment`; left out, it is the one host.
  ///
  /// @param hostId the host who must have made the team
  Assignment read(Fields fields, UUID hostId) {
    return fields.optionalObject("assignment").isEmpty()
        ? new Assignment.OneHost()
        : fields.inside("assignment", inner -> readKind(inner, hostId));
  }

  private Assignment readKind(Fields fields, UUID hostId) {
    String kind = fields.text("kind");
    return switch (kind) {
      case "oneHost" -> {
        fields.only("kind");
        yield new Assignment.OneHost();
      }
      case "roundRobin" -> new Assignment.RoundRobin(readTeam(fields, hostId));
      case "collective" -> new Assignment.Collective(readTeam(fields, hostId));
      default ->
          throw new InvalidValueException(
              "kind", "must be oneHost, roundRobin or collective, not " + shown(kind));
    };
  }

  /// Reads a team by its handle or id.
  private UUID readTeam(Fields fields, UUID hostId) {
    fields.only("kind", "team");
    String name = fields.text("team");
    return teams.list(hostId).stream()
        .filter(team -> team.ownerId().equals(hostId))
        .filter(team -> team.handle().value().equals(name) || team.id().toString().equals(name))
        .map(Team::id)
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidValueException(
                    "team", "must be a team that you made, not " + shown(name)));
  }
}
