package org.meetwright.server.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The schemas of the document. Answers may have more keys than it says when a client reads them;
/// not here, so that nothing stays untold.
final class Schemas {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder()
                      .formatAssertionsEnabled(true)
                      .locale(Locale.ENGLISH)
                      .build()));

  private final JsonNode open;
  private final JsonNode closed;
  private final Map<JsonNode, Schema> requests = new ConcurrentHashMap<>();
  private final Map<JsonNode, Schema> answers = new ConcurrentHashMap<>();

  Schemas(ApiDocument document) {
    open = document.root().path("components").path("schemas");
    closed = open.deepCopy();
    for (var schema : closed.properties()) {
      if (schema.getKey().endsWith("Fields")) {
        schema.getValue().path("properties").forEach(Schemas::close);
      } else {
        close(schema.getValue());
      }
    }
  }

  /// Lets an object have no other keys than those that are told of.
  private static void close(JsonNode schema) {
    schema.forEach(Schemas::close);
    if (schema instanceof ObjectNode object
        && !object.has("additionalProperties")
        && (object.path("properties").isObject() || object.has("allOf"))) {
      object.put("unevaluatedProperties", false);
    }
  }

  static Schema compile(JsonNode schema) {
    return REGISTRY.getSchema(schema);
  }

  /// Returns the schema of all schemas.
  static Schema metaSchema() {
    return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
  }

  List<String> request(JsonNode schema, JsonNode value) {
    return complaints(requests.computeIfAbsent(schema, key -> compile(key, open)), value);
  }

  List<String> answer(JsonNode schema, JsonNode value) {
    return complaints(answers.computeIfAbsent(schema, this::closed), value);
  }

  private Schema closed(JsonNode schema) {
    JsonNode copy = schema.deepCopy();
    close(copy);
    return compile(copy, closed);
  }

  private static Schema compile(JsonNode schema, JsonNode all) {
    ObjectNode whole = schema.deepCopy().asObject();
    whole.set("components", JsonMapper.shared().createObjectNode().set("schemas", all));
    return compile(whole);
  }

  private static List<String> complaints(Schema schema, JsonNode value) {
    return schema.validate(value).stream().map(Error::toString).toList();
  }
}
