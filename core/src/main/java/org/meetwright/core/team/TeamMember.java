package org.meetwright.core.team;

import java.util.UUID;
import org.meetwright.core.value.InvalidValueException;
import org.meetwright.core.value.Text;

/// A host in a team, or invited into it.
///
/// @param weight his share of round-robin meetings among the weights of all, 0 to 1000
/// @param priority the free member with the highest one is chosen, 0 to 100
public record TeamMember(UUID hostId, int weight, int priority, Membership membership) {
  /// The weight if nothing else is said.
  public static final int DEFAULT_WEIGHT = 1;

  /// The highest weight.
  public static final int MOST_WEIGHT = 1000;

  /// The highest priority.
  public static final int MOST_PRIORITY = 100;

  /// Creates the member.
  ///
  /// @throws InvalidValueException (field `weight` or `priority`) if one is out of range
  public TeamMember {
    Text.number("weight", weight, 0, MOST_WEIGHT);
    Text.number("priority", priority, 0, MOST_PRIORITY);
  }

  /// Creates a host who is a member.
  public TeamMember(UUID hostId, int weight, int priority) {
    this(hostId, weight, priority, Membership.MEMBER);
  }

  /// Returns whether he is in it.
  public boolean accepted() {
    return membership == Membership.MEMBER;
  }

  TeamMember with(Membership other) {
    return new TeamMember(hostId, weight, priority, other);
  }
}
