package org.meetwright.server.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The answer of another server.
///
/// @param headers by their names in lower case; of several with one name the last
/// @param body its beginning, as much of it as was to be read
/// @param whole whether all of that came; false if the connection broke off before
@SuppressWarnings("ArrayRecordComponent") // Made for one request.
public record Reply(int status, Map<String, String> headers, byte[] body, boolean whole) {
  /// Returns the body, read as UTF-8.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
