package org.meetwright.server.api.model.host;

import java.util.List;
import java.util.UUID;

/// A host, as the operator of the server sees it.
///
/// @param role host or admin
/// @param active whether he can sign in and be booked
public record ApiHost(
    UUID id,
    String handle,
    String name,
    String email,
    String timeZone,
    String locale,
    String role,
    boolean active) {
  /// Several of them.
  public record Listing(List<ApiHost> hosts) {}
}
