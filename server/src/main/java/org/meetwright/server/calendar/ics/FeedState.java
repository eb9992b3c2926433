package org.meetwright.server.calendar.ics;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetwright.server.outgoing.Reply;

/// What is kept of a feed until it is asked for again.
///
/// @param etag empty if the server does not say
/// @param modified its date, as the server writes it; empty if it does not say
/// @param hash of what was in it: some servers change the tag though nothing else has changed
record FeedState(String etag, String modified, String hash) {
  private static final int LONGEST = 500;

  static FeedState of(Reply.Head head, String hash) {
    return new FeedState(plain(head.last("etag")), plain(head.last("last-modified")), hash);
  }

  private static String plain(@Nullable String value) {
    return value == null || value.length() > LONGEST || !value.matches("[\\x20-\\x7e]*")
        ? ""
        : value;
  }

  /// Returns what was kept; null if nothing was.
  static @Nullable FeedState of(@Nullable String text) {
    List<String> lines = text == null ? List.of() : List.of(text.split("\n", -1));
    return lines.size() == 3 ? new FeedState(lines.get(0), lines.get(1), lines.get(2)) : null;
  }

  /// Returns it as it is kept.
  String text() {
    return etag + "\n" + modified + "\n" + hash;
  }

  /// Returns the headers that ask for the feed only if it has changed.
  Map<String, String> conditions() {
    Map<String, String> conditions = new LinkedHashMap<>();
    if (!etag.isEmpty()) {
      conditions.put("If-None-Match", etag);
    }
    if (!modified.isEmpty()) {
      conditions.put("If-Modified-Since", modified);
    }
    return conditions;
  }
}
