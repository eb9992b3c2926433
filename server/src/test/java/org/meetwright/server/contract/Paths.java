package org.meetwright.server.contract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;

/// The paths of the document.
record Paths(Map<List<String>, JsonNode> items) {
  Paths(ApiDocument document) {
    this(read(document));
  }

  private static Map<List<String>, JsonNode> read(ApiDocument document) {
    Map<List<String>, JsonNode> items = new LinkedHashMap<>();
    for (var path : document.root().path("paths").properties()) {
      items.put(segments(path.getKey()), path.getValue());
    }
    return items;
  }

  /// What a path leads to.
  ///
  /// @param values what stands in the path, by parameter
  record Found(JsonNode item, Map<String, String> values) {}

  /// Finds what a path leads to: that with the fewest parameters.
  Optional<Found> find(String path) {
    List<String> asked = segments(path);
    List<Found> found = new ArrayList<>();
    items.forEach((told, item) -> match(told, asked, item).ifPresent(found::add));
    return found.stream().min(Comparator.comparingInt(each -> each.values().size()));
  }

  private static Optional<Found> match(List<String> told, List<String> asked, JsonNode item) {
    if (told.size() != asked.size()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < told.size(); i++) {
      String segment = told.get(i);
      if (segment.startsWith("{")) {
        values.put(segment.substring(1, segment.length() - 1), asked.get(i));
      } else if (!segment.equals(asked.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(new Found(item, values));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/"));
  }
}
