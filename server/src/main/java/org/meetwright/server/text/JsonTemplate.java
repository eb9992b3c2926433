package org.meetwright.server.text;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// A JSON document with places like `${to}` inside its strings. It is read before it is filled, so
/// that whatever is filled in stays inside its string.
///
/// @param root the document as it was read
public record JsonTemplate(JsonNode root) {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern PLACE = Pattern.compile("\\$\\{([^}]*)}");

  /// Reads a template.
  ///
  /// @throws IllegalArgumentException if it is no JSON object
  public static JsonTemplate of(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      if (root.isObject()) {
        return new JsonTemplate(root);
      }
    } catch (JacksonException notJson) {
      // Said below, without what it says of the text: there may be a secret in it.
    }
    throw new IllegalArgumentException("Not a JSON object");
  }

  /// Returns the names of its places.
  public Set<String> places() {
    Set<String> names = new TreeSet<>();
    collect(root, names);
    return names;
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isString()) {
      PLACE.matcher(node.stringValue()).results().forEach(place -> names.add(place.group(1)));
    }
    node.forEach(child -> collect(child, names));
  }

  /// Returns the document with values in its places.
  ///
  /// @param values for each place at least, by name
  public String filled(Map<String, String> values) {
    return JSON.writeValueAsString(filled(root, values));
  }

  private static JsonNode filled(JsonNode node, Map<String, String> values) {
    return switch (node) {
      case StringNode text -> StringNode.valueOf(filled(text.stringValue(), values));
      case ArrayNode array -> {
        ArrayNode filled = JSON.createArrayNode();
        array.forEach(item -> filled.add(filled(item, values)));
        yield filled;
      }
      case ObjectNode object -> {
        ObjectNode filled = JSON.createObjectNode();
        object
            .properties()
            .forEach(own -> filled.set(own.getKey(), filled(own.getValue(), values)));
        yield filled;
      }
      default -> node;
    };
  }

  private static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
  }
}
