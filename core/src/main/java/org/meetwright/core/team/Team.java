package org.meetwright.core.team;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.meetwright.core.value.Handle;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// Hosts who can be met in turn or together. A team without members offers nothing.
///
/// @param ownerId the host who made it and may change it
/// @param handle its name in addresses; no host and no other team has it
/// @param members at most 100 hosts, each once, by id; those who were invited among them
public record Team(UUID id, UUID ownerId, Handle handle, String name, List<TeamMember> members) {
  /// How long a name may be, in characters.
  public static final int LONGEST_NAME = 100;

  private static final int MOST_MEMBERS = 100;

  /// Creates the team.
  ///
  /// @throws InvalidValueException if the name is not valid, there are too many members, or a host
  ///   is named twice
  public Team {
    name = Text.line("name", name, LONGEST_NAME);
    Text.number("members", members.size(), 0, MOST_MEMBERS);
    members =
        members.stream()
            .sorted(Comparator.comparing(member -> member.hostId().toString()))
            .toList();
    if (new HashSet<>(members.stream().map(TeamMember::hostId).toList()).size() < members.size()) {
      throw new InvalidValueException("members", "must name each host once");
    }
  }

  /// Returns the members without those who were only invited.
  public List<TeamMember> accepted() {
    return members.stream().filter(TeamMember::accepted).toList();
  }
}
