package org.meetwright.server.outgoing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.core.value.HttpUrl;

/// The answer of another server.
///
/// @param body its beginning, as much of it as was to be read
/// @param whole whether all of that came; false if the connection broke off before
@SuppressWarnings("ArrayRecordComponent") // Made for one request.
public record Reply(Head head, byte[] body, boolean whole) {
  /// What comes before the body.
  ///
  /// @param url who answered, after all redirects
  /// @param headers the values by names in lower case
  public record Head(HttpUrl url, int status, Map<String, List<String>> headers) {
    /// Returns the values of a header in their order, perhaps none.
    ///
    /// @param name in lower case
    public List<String> all(String name) {
      return headers.getOrDefault(name, List.of());
    }

    /// Returns the last value of a header; null if there is none.
    ///
    /// @param name in lower case
    public @Nullable String last(String name) {
      List<String> values = all(name);
      return values.isEmpty() ? null : values.getLast();
    }

    boolean hasNoBody() {
      return status == 204 || status == 304;
    }
  }

  /// Returns the status.
  public int status() {
    return head.status();
  }

  /// Returns the body, read as UTF-8.
  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }
}
