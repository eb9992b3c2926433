package org.meetwright.core.offering;

import java.util.UUID;

/// A host who may meet an event type's invitees, with the host's revision.
public record HostRevision(UUID hostId, long revision) {}
