package org.meetwright.server.reference;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.server.reference.Reference.Field;
import org.meetwright.server.reference.Reference.FieldType;
import tools.jackson.databind.JsonNode;

/// Lists the fields of objects. Objects without a name are described in place.
record SchemaFields(ApiDocument document, SchemaWords types) {

  List<Field> parameters(JsonNode... lists) {
    List<Field> fields = new ArrayList<>();
    for (JsonNode list : lists) {
      for (JsonNode each : list) {
        fields.add(parameter(document.resolved(each)));
      }
    }
    return fields;
  }

  private Field parameter(JsonNode parameter) {
    JsonNode schema = parameter.path("schema");
    String own = parameter.path("description").asString("");
    return new Field(
        parameter.path("name").asString(),
        0,
        types.of(schema).around("", ", in the " + parameter.path("in").asString()),
        mark(true, parameter.path("required").asBoolean(false)),
        (own + " " + types.note(schema)).strip());
  }

  List<Field> ofRequest(JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    collect(types.meant(schema), 0, true, fields);
    return fields;
  }

  List<Field> ofAnswer(JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    collect(types.meant(schema), 0, false, fields);
    return fields;
  }

  private void collect(JsonNode schema, int depth, boolean request, List<Field> fields) {
    for (JsonNode part : schema.path("allOf")) {
      collect(document.resolved(part), depth, request, fields);
    }
    for (JsonNode choice : schema.path("oneOf")) {
      collect(document.resolved(choice), depth, request, fields);
    }
    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      JsonNode value = property.getValue();
      boolean required =
          schema.path("required").valueStream().anyMatch(each -> each.asString().equals(name));
      FieldType type = request ? types.of(value).withoutNull() : types.of(value);
      fields.add(new Field(name, depth, type, mark(request, required), types.note(value)));
      if (type.object().isEmpty()) {
        JsonNode inner = value.has("items") ? value.path("items") : value;
        collect(inner, depth + 1, request, fields);
      }
    }
  }

  private static String mark(boolean request, boolean required) {
    if (request) {
      return required ? "required" : "";
    }
    return required ? "" : "not always there";
  }
}
