package org.meetwright.server.api.exchange;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;

/// Entity tags (RFC 9110) of answers that clients may have already.
public final class EntityTag {
  private EntityTag() {}

  /// Returns whether the client has the answer of a tag.
  ///
  /// @param tag a weak one, since answers may be compressed
  public static boolean isKnown(ServerRequest request, String tag) {
    return request.headers().contains(HeaderNames.IF_NONE_MATCH)
        && request.headers().values(HeaderNames.IF_NONE_MATCH).stream()
            .flatMap(value -> Arrays.stream(value.split(",")))
            .map(String::strip)
            .anyMatch(known -> known.equals("*") || known.equals(tag));
  }
}
