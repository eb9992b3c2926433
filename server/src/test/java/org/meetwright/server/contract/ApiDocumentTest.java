package org.meetwright.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.meetwright.core.database.DatabaseKind;
import org.meetwright.server.ServerFixture;
import org.meetwright.server.api.exchange.ProblemException;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// The OpenAPI document is one, and tells of everything that the server has, and of no more.
class ApiDocumentTest {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");

  @Test
  void isOpenApi() throws IOException {
    try (InputStream file = ApiDocumentTest.class.getResourceAsStream("openapi-3.1.json")) {
      JsonNode metaSchema = JsonMapper.shared().readTree(file);
      assertThat(Schemas.compile(metaSchema).validate(DOCUMENT.root())).isEmpty();
    }
  }

  @Test
  void hasSchemasOfJsonSchema() {
    var schema = Schemas.metaSchema();
    for (JsonNode each : schemas(DOCUMENT.root())) {
      assertThat(schema.validate(each)).as(each.toString()).isEmpty();
    }
  }

  /// All that stands where the OpenAPI specification wants a schema.
  private static List<JsonNode> schemas(JsonNode node) {
    List<JsonNode> found = new ArrayList<>();
    node.findValues("schema").forEach(found::add);
    node.path("components").path("schemas").forEach(found::add);
    return found;
  }

  @Test
  void hasNoReferenceThatLeadsNowhere() {
    for (JsonNode reference : DOCUMENT.root().findValues("$ref")) {
      assertThat(DOCUMENT.root().at(reference.asString().substring(1)).isMissingNode())
          .as(reference.asString())
          .isFalse();
    }
  }

  @Test
  void hasExamplesThatAreValid() {
    Schemas schemas = new Schemas(DOCUMENT);
    int examples = 0;
    for (JsonNode media : DOCUMENT.root().findValues("application/json")) {
      if (media.has("example")) {
        examples++;
        assertThat(schemas.request(media.path("schema"), media.path("example"))).isEmpty();
      }
    }
    assertThat(examples).isGreaterThan(15);
  }

  @Test
  void tellsOfExactlyTheRoutesThatThereAre() {
    Set<String> told = new TreeSet<>();
    for (var path : DOCUMENT.root().path("paths").properties()) {
      for (String method : path.getValue().propertyNames()) {
        if (METHODS.contains(method)) {
          told.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey());
        }
      }
    }
    try (ServerFixture fixture = new ServerFixture(DatabaseKind.H2)) {
      assertThat(told).isEqualTo(Routes.ofApi(fixture));
    }
  }

  @Test
  void tellsOfEveryProblem() {
    List<String> codes = new ArrayList<>();
    for (ProblemException.Code code : ProblemException.Code.values()) {
      codes.add(code.name().toLowerCase(Locale.ROOT));
    }
    List<String> told = new ArrayList<>();
    DOCUMENT
        .root()
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(code -> told.add(code.asString()));
    assertThat(told).containsExactlyInAnyOrderElementsOf(codes);
  }

  @Test
  void isServedAsJsonAndYaml() {
    try (ServerFixture fixture = new ServerFixture(DatabaseKind.H2)) {
      JsonNode json = fixture.get("/openapi").body();
      assertThat(json.path("openapi").asString()).startsWith("3.1.");
      assertThat(json.at("/servers/0/url").asString()).isEqualTo(fixture.server.url().toString());
      String yaml = fixture.get("/openapi.yaml").response().body();
      assertThat(YAMLMapper.shared().readTree(yaml)).isEqualTo(json);
    }
  }
}
