package org.meetwright.server.api.model.operations;

import java.util.Map;

/// How a server is.
///
/// @param status up, degraded or down
/// @param parts the state of each part, by name
public record ApiHealth(String status, Map<String, Part> parts) {
  /// A part of the server.
  public record Part(String status) {}

  /// Whether it runs, or takes requests.
  public record Status(String status) {}
}
