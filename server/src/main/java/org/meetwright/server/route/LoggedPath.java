package org.meetwright.server.route;

import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Paths as they may appear in logs: without the secrets that their routes declare, and without any
/// part that no address of ours could have, which may be a mistyped secret or an e-mail address.
public final class LoggedPath {
  private static final Pattern WORD = Pattern.compile("[a-z0-9._:-]{0,60}");
  private static final String LEFT_OUT = "...";

  private LoggedPath() {}

  /// Returns the path of a request.
  public static String of(ServerRequest request) {
    return of(request.prologue().uriPath().rawPath(), Route.of(request));
  }

  static String of(String path, Optional<Route> route) {
    String[] told = route.map(Route::pattern).orElse("").split("/", -1);
    String[] parts = path.split("/", -1);
    for (int i = 0; i < parts.length; i++) {
      boolean secret = i < told.length && told[i].equals(Route.SECRET);
      if (secret || !WORD.matcher(parts[i]).matches()) {
        parts[i] = LEFT_OUT;
      }
    }
    return Arrays.stream(parts).collect(Collectors.joining("/"));
  }
}
