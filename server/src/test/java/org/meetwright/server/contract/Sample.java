package org.meetwright.server.contract;

import java.util.UUID;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// Makes values up that have all that a schema of the document tells of. Of several choices it
/// takes the first that is not null.
record Sample(ApiDocument document) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /// A text that is good for an id, too.
  private static final String TEXT = new UUID(0x0192_0000_0000_7000L, 1).toString();

  JsonNode of(JsonNode told) {
    JsonNode schema = document.resolved(told);
    if (schema.has("const")) {
      return schema.path("const");
    }
    if (schema.has("enum")) {
      return schema.path("enum").path(0);
    }
    for (String choice : new String[] {"oneOf", "anyOf"}) {
      if (schema.has(choice)) {
        return of(firstNotNull(schema.path(choice)));
      }
    }
    return switch (type(schema)) {
      case "object" -> object(schema);
      case "array" -> JSON.createArrayNode().add(of(schema.path("items")));
      case "integer" -> JSON.valueToTree(1);
      case "number" -> JSON.valueToTree(1.5);
      case "boolean" -> JSON.valueToTree(true);
      default -> StringNode.valueOf(text(schema.path("format").asString("")));
    };
  }

  private JsonNode firstNotNull(JsonNode choices) {
    for (JsonNode choice : choices) {
      if (!type(document.resolved(choice)).equals("null")) {
        return choice;
      }
    }
    throw new AssertionError("nothing but null: " + choices);
  }

  private static String type(JsonNode schema) {
    boolean object = schema.has("properties") || schema.has("allOf");
    JsonNode type = schema.path("type");
    return type.isArray() ? type.path(0).asString() : type.asString(object ? "object" : "");
  }

  private ObjectNode object(JsonNode schema) {
    ObjectNode object = JSON.createObjectNode();
    for (JsonNode part : schema.path("allOf")) {
      object.setAll((ObjectNode) of(part));
    }
    schema
        .path("properties")
        .properties()
        .forEach(each -> object.set(each.getKey(), of(each.getValue())));
    if (schema.path("additionalProperties").isObject()) {
      object.set(TEXT, of(schema.path("additionalProperties")));
    }
    return object;
  }

  private static String text(String format) {
    return switch (format) {
      case "date-time" -> "2026-03-09T13:00:00Z";
      case "date" -> "2026-03-09";
      default -> TEXT;
    };
  }
}
