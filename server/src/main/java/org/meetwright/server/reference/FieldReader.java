package org.meetwright.server.reference;

import java.util.ArrayList;
import java.util.List;
import org.meetwright.server.reference.Reference.Field;
import tools.jackson.databind.JsonNode;

/// Lists the fields of objects. Objects without a name are told where they stand.
record FieldReader(ApiDocument document, Types types) {

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
        parameter.path("required").asBoolean(false),
        (own + " " + types.note(schema)).strip());
  }

  List<Field> of(JsonNode schema) {
    List<Field> fields = new ArrayList<>();
    collect(types.meant(schema), 0, fields);
    return fields;
  }

  private void collect(JsonNode schema, int depth, List<Field> fields) {
    schema.path("allOf").forEach(part -> collect(document.resolved(part), depth, fields));
    schema.path("oneOf").forEach(choice -> collect(document.resolved(choice), depth, fields));
    for (var property : schema.path("properties").properties()) {
      JsonNode value = property.getValue();
      boolean required =
          schema
              .path("required")
              .valueStream()
              .anyMatch(name -> name.asString().equals(property.getKey()));
      fields.add(new Field(property.getKey(), depth, types.of(value), required, types.note(value)));
      inside(value, depth + 1, fields);
    }
  }

  private void inside(JsonNode value, int depth, List<Field> fields) {
    JsonNode inner = value.has("items") ? value.path("items") : value;
    if (!inner.has("$ref")) {
      collect(inner, depth, fields);
    }
  }
}
