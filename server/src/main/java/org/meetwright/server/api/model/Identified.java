package org.meetwright.server.api.model;

import java.util.UUID;

/// An object of the API with an id.
public interface Identified {
  /// Returns the id; the last part of the object's address.
  UUID id();
}
