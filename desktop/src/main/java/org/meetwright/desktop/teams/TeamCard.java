package org.meetwright.desktop.teams;

import java.util.List;
import java.util.UUID;

/// A team.
///
/// @param own whether the host made it
/// @param owner who did
/// @param invited whether the host has not accepted yet
/// @param members empty if the host may not see them
public record TeamCard(
    UUID id,
    String handle,
    String name,
    boolean own,
    String owner,
    boolean invited,
    List<Member> members) {
  /// A member.
  ///
  /// @param turns how far behind or ahead, in words, by event type
  public record Member(
      String handle, String name, int weight, int priority, boolean invited, List<String> turns) {}
}
