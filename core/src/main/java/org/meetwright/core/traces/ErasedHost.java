package org.meetwright.core.traces;

import java.util.UUID;

/// A host who is erased.
///
/// @param emailKey the key of the e-mail address that he still has
public record ErasedHost(UUID id, String emailKey) {}
