package org.meetwright.core.offering;

import java.util.UUID;

/// A host who may meet an event type's invitees, and his revision.
public record Stamp(UUID hostId, long revision) {}
