package org.meetwright.core.colleague;

import java.util.UUID;

/// How far a member of a team is behind in a round-robin event type.
///
/// @param meetings how many of the last 90 days are his, with those that he was credited with when
///   he joined
/// @param behind how many he is short of his weight's share; negative if he has had more
public record Turn(UUID eventTypeId, String slug, String name, long meetings, double behind) {}
