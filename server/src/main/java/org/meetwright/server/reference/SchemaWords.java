package org.meetwright.server.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.meetwright.server.reference.Reference.FieldType;
import tools.jackson.databind.JsonNode;

/// Says in words what schemas allow.
record SchemaWords(ApiDocument document) {
  static final String OR_NULL = " or null";

  /// Returns the schema without the reference or the choice of null that leads to it.
  JsonNode meant(JsonNode schema) {
    JsonNode resolved = document.resolved(schema);
    JsonNode choices = resolved.path("oneOf");
    return isOptional(choices) ? meant(choices.path(0)) : resolved;
  }

  private static boolean isOptional(JsonNode choices) {
    return choices.size() == 2 && choices.path(1).path("type").asString("").equals("null");
  }

  FieldType of(JsonNode schema) {
    JsonNode resolved = document.resolved(schema);
    if (isOptional(resolved.path("oneOf"))) {
      return of(resolved.path("oneOf").path(0)).around("", OR_NULL);
    }
    if (schema.has("$ref") && isStructure(resolved)) {
      String reference = schema.path("$ref").asString();
      return new FieldType("", reference.substring(reference.lastIndexOf('/') + 1), "");
    }
    if (names(resolved).contains("array")) {
      return of(resolved.path("items")).around("list of ", orNull(resolved));
    }
    return new FieldType(word(resolved) + orNull(resolved), "", "");
  }

  /// Returns whether a schema is worth a place of its own.
  static boolean isStructure(JsonNode schema) {
    return schema.has("properties") || schema.has("allOf") || schema.has("oneOf");
  }

  private static List<String> names(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> names = new ArrayList<>();
    (type.isArray() ? type : List.of(type)).forEach(each -> names.add(each.asString("")));
    return names;
  }

  private static String orNull(JsonNode schema) {
    return names(schema).contains("null") ? OR_NULL : "";
  }

  private String word(JsonNode schema) {
    if (schema.has("anyOf")) {
      return each(schema.path("anyOf"), choice -> word(document.resolved(choice)), " or ");
    }
    return switch (schema.path("format").asString(names(schema).getFirst())) {
      case "uuid" -> "id";
      case "date-time" -> "instant";
      case "uri" -> "URL";
      case "string", "uri-reference" -> "text";
      case "integer" -> "whole number";
      case "boolean" -> "true or false";
      case "" -> schema.has("enum") || schema.has("const") ? "word" : "anything";
      case String other -> other;
    };
  }

  /// Returns what a schema says beyond the type: its meaning, its values, its bounds.
  ///
  /// @param schema as it stands at the field, perhaps a reference with words of its own
  String note(JsonNode schema) {
    JsonNode resolved = meant(schema);
    List<String> parts = new ArrayList<>();
    parts.add(schema.path("description").asString(resolved.path("description").asString("")));
    if (resolved.has("const")) {
      parts.add("Always " + resolved.path("const").asString() + ".");
    }
    JsonNode values = resolved.path("enum");
    parts.add(values.isMissingNode() ? "" : each(values, JsonNode::asString, ", ") + ".");
    parts.add(range(resolved.path("minimum"), resolved.path("maximum")));
    bound(parts, resolved, "maxItems", "At most ", " entries.");
    bound(parts, resolved, "maxProperties", "At most ", " keys.");
    bound(parts, resolved, "maxLength", "At most ", " characters.");
    bound(parts, resolved, "default", "Left out, it is ", ".");
    return parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
  }

  private static String range(JsonNode least, JsonNode most) {
    if (least.isMissingNode()) {
      return "";
    }
    return most.isMissingNode() ? "At least " + least + "." : least + " to " + most + ".";
  }

  private static void bound(
      List<String> parts, JsonNode schema, String key, String before, String after) {
    JsonNode value = schema.path(key);
    if (!value.isMissingNode()) {
      parts.add(before + (value.isString() ? value.stringValue() : value.toString()) + after);
    }
  }

  private static String each(JsonNode list, Function<JsonNode, String> told, String between) {
    return list.valueStream().map(told).distinct().collect(Collectors.joining(between));
  }
}
