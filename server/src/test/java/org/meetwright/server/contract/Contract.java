package org.meetwright.server.contract;

import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.meetwright.server.reference.ApiDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Holds requests and answers against the OpenAPI document: what is asked for and answered must be
/// in it, and what was accepted must be as it says.
public final class Contract {
  private static final ApiDocument DOCUMENT = ApiDocument.read();
  private static final Paths PATHS = new Paths(DOCUMENT);
  private static final Schemas SCHEMAS = new Schemas(DOCUMENT);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final List<String> complaints = new ArrayList<>();

  private Contract() {}

  /// Checks an exchange.
  ///
  /// @throws AssertionError with everything that is not as the document says
  public static void hold(HttpRequest request, HttpResponse<String> answer) {
    String path = request.uri().getRawPath();
    if (!path.matches("/(api/.*|health(/.*)?|metrics|openapi(\\.yaml)?)")) {
      return;
    }
    Contract contract = new Contract();
    contract.check(request, path, answer);
    if (!contract.complaints.isEmpty()) {
      throw new AssertionError(
          "%s %s, %d, is not as the document says: %s%nsent: %s%nanswered: %s"
              .formatted(
                  request.method(),
                  request.uri(),
                  answer.statusCode(),
                  contract.complaints,
                  SentBody.of(request),
                  answer.body()));
    }
  }

  /// Checks what a webhook was sent.
  ///
  /// @throws AssertionError if it is not as the document says
  public static void holdEvent(String body) {
    JsonNode event = JSON.readTree(body);
    JsonNode told =
        DOCUMENT.resolved(DOCUMENT.root().path("webhooks").path(event.path("type").asString()));
    List<String> wrong =
        told.isMissingNode()
            ? List.of("no such event")
            : SCHEMAS.answer(told.at("/post/requestBody/content/application~1json/schema"), event);
    if (!wrong.isEmpty()) {
      throw new AssertionError("The event is not as the document says: " + wrong + "\n" + body);
    }
  }

  private void check(HttpRequest request, String path, HttpResponse<String> answer) {
    checkRequestId(answer);
    Optional<Paths.Found> found = PATHS.find(path);
    JsonNode operation =
        found
            .map(there -> there.item().path(request.method().toLowerCase(Locale.ROOT)))
            .orElse(JSON.missingNode());
    if (request.method().equals("HEAD")) {
      require(answer.body().isEmpty(), "an answer to HEAD has no body");
      require(!operation.isMissingNode() || answer.statusCode() == 405, "no such operation");
    } else if (operation.isMissingNode()) {
      require(answer.statusCode() == 404, "no such operation");
      checkContent(DOCUMENT.root().at("/components/responses/NotFound"), answer);
    } else {
      checkAnswer(operation, answer);
      if (answer.statusCode() < 400) {
        checkParameters(found.orElseThrow(), operation, request);
        if (!request.method().equals("GET")) {
          checkBody(operation.path("requestBody"), SentBody.of(request));
        }
      }
    }
  }

  private void checkRequestId(HttpResponse<String> answer) {
    String id = answer.headers().firstValue("X-Request-Id").orElse("");
    require(!id.isEmpty(), "the header X-Request-Id is missing");
    if (type(answer).equals("application/problem+json") && !answer.body().isEmpty()) {
      String told = JSON.readTree(answer.body()).path("requestId").asString("");
      require(told.equals(id), "requestId is not that of the header, " + id);
    }
  }

  private static String type(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      complaints.add(otherwise);
    }
  }

  private void checkAnswer(JsonNode operation, HttpResponse<String> answer) {
    JsonNode told =
        DOCUMENT.resolved(operation.path("responses").path(String.valueOf(answer.statusCode())));
    require(!told.isMissingNode(), "no such status");
    if (!told.isMissingNode()) {
      checkContent(told, answer);
    }
  }

  private void checkContent(JsonNode told, HttpResponse<String> answer) {
    for (var header : told.path("headers").properties()) {
      boolean required = DOCUMENT.resolved(header.getValue()).path("required").asBoolean(false);
      require(
          !required || answer.headers().firstValue(header.getKey()).isPresent(),
          "the header " + header.getKey() + " is missing");
    }
    String type = type(answer);
    JsonNode media = told.path("content").path(type);
    if (answer.body().isEmpty()) {
      require(told.path("content").isMissingNode(), "a body is missing");
    } else if (media.isMissingNode()) {
      complaints.add("no such media type: " + type);
    } else if (type.endsWith("json")) {
      complaints.addAll(SCHEMAS.answer(media.path("schema"), JSON.readTree(answer.body())));
    }
  }

  private void checkParameters(Paths.Found found, JsonNode operation, HttpRequest request) {
    List<JsonNode> parameters = new ArrayList<>();
    found.item().path("parameters").forEach(each -> parameters.add(DOCUMENT.resolved(each)));
    operation.path("parameters").forEach(each -> parameters.add(DOCUMENT.resolved(each)));
    found.values().forEach((name, value) -> checkParameter(parameters, "path", name, value));
    String query = Optional.ofNullable(request.uri().getRawQuery()).orElse("");
    for (String pair : query.isEmpty() ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      String value = URLDecoder.decode(parts[1].replace("+", "%2B"), StandardCharsets.UTF_8);
      if (!value.isEmpty()) {
        checkParameter(parameters, "query", parts[0], value);
      }
    }
    for (JsonNode parameter : parameters) {
      String name = parameter.path("name").asString();
      boolean sent = !parameter.path("in").asString().equals("query") || query.contains(name + "=");
      require(sent || !parameter.path("required").asBoolean(false), name + " is required");
    }
    for (String header : List.of("Idempotency-Key", "If-Match", "If-None-Match")) {
      request
          .headers()
          .firstValue(header)
          .ifPresent(value -> checkParameter(parameters, "header", header, value));
    }
  }

  private void checkParameter(List<JsonNode> parameters, String in, String name, String value) {
    Optional<JsonNode> told =
        parameters.stream()
            .filter(each -> each.path("in").asString().equals(in))
            .filter(each -> each.path("name").asString().equals(name))
            .findFirst();
    require(told.isPresent(), "no such parameter: " + name);
    told.ifPresent(
        parameter -> {
          JsonNode schema = parameter.path("schema");
          boolean number = schema.path("type").asString("").equals("integer");
          JsonNode node = number ? JSON.readTree(value) : JSON.valueToTree(value);
          complaints.addAll(SCHEMAS.request(schema, node));
        });
  }

  private void checkBody(JsonNode told, String body) {
    if (body.isEmpty()) {
      require(!told.path("required").asBoolean(false), "a request's body is missing");
    } else if (told.isMissingNode()) {
      complaints.add("a request has a body that is not told of");
    } else if (told.path("content").has("application/json")) {
      JsonNode schema = told.at("/content/application~1json/schema");
      complaints.addAll(SCHEMAS.request(schema, JSON.readTree(body)));
    }
  }
}
