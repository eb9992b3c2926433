package org.meetwright.server.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.meetwright.server.pages.frame.PageLinks;
import org.meetwright.server.reference.Reference.Answer;
import org.meetwright.server.reference.Reference.Event;
import org.meetwright.server.reference.Reference.Operation;
import org.meetwright.server.reference.Reference.Problem;
import org.meetwright.server.reference.Reference.Section;
import org.meetwright.server.reference.Reference.Structure;
import tools.jackson.databind.JsonNode;

/// Makes the page about the API from its document.
final class ReferenceReader {
  private static final Set<String> METHODS =
      Set.of("get", "head", "post", "put", "patch", "delete");
  private static final String PROBLEM = "/content/application~1problem+json/schema";

  private final ApiDocument document;
  private final SchemaWords types;
  private final SchemaFields fields;
  private final CurlExample examples;

  ReferenceReader(ApiDocument document) {
    this.document = document;
    this.types = new SchemaWords(document);
    this.fields = new SchemaFields(document, types);
    this.examples = new CurlExample(document);
  }

  Reference read(PageLinks links) {
    JsonNode info = document.root().path("info");
    return new Reference(
        links,
        info.path("title").asString() + " API, version " + info.path("version").asString(),
        info.path("summary").asString(),
        info.path("description").asString().lines().filter(line -> !line.isBlank()).toList(),
        document.root().path("tags").valueStream().map(this::section).toList(),
        events(),
        structures(),
        problems());
  }

  private Section section(JsonNode tag) {
    String name = tag.path("name").asString();
    List<Operation> operations = new ArrayList<>();
    for (var path : document.root().path("paths").properties()) {
      for (var method : path.getValue().properties()) {
        if (METHODS.contains(method.getKey())
            && method.getValue().at("/tags/0").asString().equals(name)) {
          operations.add(operation(path.getKey(), method.getKey(), path.getValue()));
        }
      }
    }
    return new Section(name, tag.path("description").asString(), operations);
  }

  private Operation operation(String path, String method, JsonNode item) {
    JsonNode told = item.path(method);
    boolean needsToken = !told.has("security");
    JsonNode body = told.at("/requestBody/content/application~1json/schema");
    return new Operation(
        told.path("operationId").asString(),
        method.toUpperCase(Locale.ROOT),
        path,
        told.path("summary").asString(),
        told.path("description").asString(""),
        needsToken,
        fields.parameters(item.path("parameters"), told.path("parameters")),
        fields.ofRequest(body),
        examples.of(method, path, item, told, needsToken),
        answers(told),
        problems(told));
  }

  private List<Answer> answers(JsonNode operation) {
    List<Answer> answers = new ArrayList<>();
    for (var status : operation.path("responses").properties()) {
      JsonNode answer = document.resolved(status.getValue());
      if (answer.at(PROBLEM).isMissingNode()) {
        answers.add(answer(status.getKey(), answer));
      }
    }
    return answers;
  }

  private Answer answer(String status, JsonNode answer) {
    JsonNode schema = answer.at("/content/application~1json/schema");
    List<JsonNode> choices =
        schema.has("anyOf") ? schema.path("anyOf").valueStream().toList() : List.of(schema);
    return new Answer(
        status,
        answer.path("description").asString(),
        choices.stream().filter(choice -> choice.has("$ref")).map(types::of).toList(),
        schema.has("$ref") ? List.of() : fields.ofAnswer(schema));
  }

  private List<String> problems(JsonNode operation) {
    List<String> problems = new ArrayList<>();
    for (var status : operation.path("responses").properties()) {
      JsonNode schema = document.resolved(status.getValue()).at(PROBLEM);
      if (!schema.isMissingNode()) {
        problems.add(status.getKey() + " " + codes(schema));
      }
    }
    return problems;
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (JsonNode answer : document.root().path("components").path("responses")) {
      JsonNode schema = answer.at(PROBLEM);
      if (!schema.isMissingNode()) {
        String status = schema.at("/properties/status/const").asString();
        problems.add(new Problem(status, codes(schema), answer.path("description").asString()));
      }
    }
    return problems;
  }

  private static String codes(JsonNode problem) {
    JsonNode code = problem.at("/properties/code");
    return code.has("const")
        ? code.path("const").asString()
        : code.path("enum").valueStream().map(JsonNode::asString).collect(Collectors.joining(", "));
  }

  private List<Structure> structures() {
    List<Structure> structures = new ArrayList<>();
    for (var schema : document.root().path("components").path("schemas").properties()) {
      JsonNode told = schema.getValue();
      boolean part = schema.getKey().endsWith("Fields") || !types.meant(told).equals(told);
      if (SchemaWords.isStructure(told) && !part) {
        structures.add(
            new Structure(
                schema.getKey(),
                told.path("description").asString(""),
                schema.getKey().endsWith("Request")
                    ? fields.ofRequest(told)
                    : fields.ofAnswer(told)));
      }
    }
    return structures;
  }

  private List<Event> events() {
    return document
        .root()
        .path("webhooks")
        .propertyStream()
        .map(event -> new Event(event.getKey(), event.getValue().path("summary").asString()))
        .toList();
  }
}
