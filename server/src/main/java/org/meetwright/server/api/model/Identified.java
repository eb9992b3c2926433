package org.meetwright.server.api.model;

import java.util.UUID;

/// An object that the API tells, with an id of its own.
public interface Identified {
  /// Returns the id; the last part of the object's address.
  UUID id();
}
