package org.meetwright.server.outgoing;

import java.time.Duration;

/// The limits of a request to another server.
///
/// @param time for all of it, redirects included
/// @param bodyBytes how much of the answer's body, unpacked, is read; the rest is not waited for
/// @param redirects how many are followed, of requests that change nothing; 0 to be told of them
public record RequestBounds(Duration time, int bodyBytes, int redirects) {
  /// Bounds for a message to a receiver, whose answer hardly matters.
  ///
  /// @param time for all of it
  public static RequestBounds ofMessage(Duration time) {
    return new RequestBounds(time, 1024, 0);
  }
}
