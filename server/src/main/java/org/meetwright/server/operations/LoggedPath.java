package org.meetwright.server.operations;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Paths as they may stand in logs.
public final class LoggedPath {
  private static final int LONGEST_SEGMENT = 60;

  private LoggedPath() {}

  /// Returns a path without the tokens in it, which are secrets, and without what may be an address
  /// or is too long to be any of ours.
  public static String of(String path) {
    String known =
        path.replaceFirst("^/([bc])/[^/]*", "/$1/...")
            .replaceFirst("^/api/v1/(manage|confirmations)/[^/]*", "/api/v1/$1/...");
    return Arrays.stream(known.split("/", -1))
        .map(LoggedPath::segment)
        .collect(Collectors.joining("/"));
  }

  private static String segment(String segment) {
    return segment.length() > LONGEST_SEGMENT || segment.contains("@") ? "..." : segment;
  }
}
