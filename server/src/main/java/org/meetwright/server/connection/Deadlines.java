package org.meetwright.server.connection;

import java.time.Duration;

/// How long clients may take.
///
/// @param request until a request has come, from its first byte on, or from when the connection was
///   opened
/// @param silence until the next request begins
/// @param answer how long an answer may make no headway
public record Deadlines(Duration request, Duration silence, Duration answer) {
  Duration shortest() {
    return request.compareTo(answer) < 0 ? request : answer;
  }
}
