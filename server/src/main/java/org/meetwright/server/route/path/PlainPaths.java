package org.meetwright.server.route.path;

import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.regex.Pattern;

/// Refuses paths that a proxy before this server might read in another way than this server does:
/// with parameters (`;`), empty or dot segments, backslashes, control characters, or one of these
/// encoded. None of ours needs them.
public final class PlainPaths implements Filter {
  private static final Pattern AMBIGUOUS =
      Pattern.compile(
          "[;\\\\\\x00-\\x20\\x7f]|//|%(2e|2f|3b|5c|[01].|7f)|(^|/)\\.{1,2}(/|$)",
          Pattern.CASE_INSENSITIVE);

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (!isPlain(request.prologue().uriPath().rawPath())) {
      throw new AmbiguousPathException();
    }
    chain.proceed();
  }

  /// Returns whether there is but one way to read a path.
  static boolean isPlain(String rawPath) {
    return rawPath.startsWith("/") && !AMBIGUOUS.matcher(rawPath).find();
  }
}
